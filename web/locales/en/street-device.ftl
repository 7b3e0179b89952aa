# The form on the device: the picture, what waits for the network.

street-offline-title = Report, even without a network
street-offline-lead = Fill in this form: without a network, it waits on this device and leaves as soon as there is a network again and this page is open.
street-offline-script = This page needs JavaScript. With a network, go to:
street-waiting-title = Waiting on this device
street-waiting-one = {"{n}"} report waits for the network.
street-waiting-other = {"{n}"} reports wait for the network.
street-waiting-remove = Delete
street-waiting-refused = Not accepted:
street-waiting-full = Ten reports are waiting already. Delete one, or wait for the network.
street-waiting-failed = This browser cannot keep anything. Try again with a network.
street-waiting-kept = Kept on this device. It will leave as soon as possible.
street-photo-first = Start with the photo
street-photo-first-hint = It stays on this device until the last step.
street-photo-place = Propose the place where it was taken
street-photo-found = The place of the photo is proposed on the map. Check it.
street-photo-none = This photo does not say where it was taken.
street-blur-frame = Photo: choose what must be erased
street-blur-frame-hint = A face, a number plate, a name? Draw a frame over it with a finger or the mouse, or move the frame with the arrow keys (with Shift for its size), then erase.
street-blur-do-here = Erase inside the frame
street-blur-done = It is erased.
street-blur-larger = Larger frame
street-blur-smaller = Smaller frame
street-blur-again = Start again
street-offline-sent = { $category } (sent on to { $name }, without your name)
street-offline-private = { $category } (not public: only the staff and you see it)
street-waiting-correct = Correct
