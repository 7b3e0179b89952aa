"""The signature probe of fediverse-pasture against one actor, on loopback only: which requests its server refuses and which it accepts.

    python probe.py PORT PUBLIC_PORT ACTOR_URL    # prints JSON

The program's own server would listen on all addresses; here it listens on 127.0.0.1. Run it in a folder of its own: it keeps its keys there.
"""

import asyncio
import json
import sys

import hypercorn.asyncio
import hypercorn.config
from fediverse_pasture.data_provider import DataProvider
from fediverse_pasture.server import BlueprintForActors
from fediverse_pasture.server.verify_actor import ActorVerifier
from fediverse_pasture.types import Message
from quart import Quart


async def probe(port: str, public: str, actor: str) -> dict:
    """Serves the probing actors while they knock."""
    people = DataProvider.generate_and_load(False)
    knocking = people.possible_actors + [people.one_actor]
    app = Quart(__name__)
    app.register_blueprint(BlueprintForActors(knocking).blueprint)
    settings = hypercorn.config.Config()
    settings.bind = [f"127.0.0.1:{port}"]
    settings.errorlog = None
    over = asyncio.Event()
    serving = asyncio.create_task(hypercorn.asyncio.serve(app, settings, shutdown_trigger=over.wait))
    await asyncio.sleep(0.5)
    message = Message()
    verifier = ActorVerifier(actor_list=knocking, remote_uri=actor, message=message, domain=f"localhost:{public}", timeout=10)
    result = await verifier.verify()
    over.set()
    await serving
    return {"result": result, "messages": message.steps}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(probe(*sys.argv[1:4]))))
