works-state-planned = Planned
works-state-prepared = Being prepared
works-state-under_way = Under way
works-state-done = Done
works-state-stopped = Stopped
