"""Intelligence as a whole: from what shows to what allies and the world are told (`docs/model.md` section 5)."""

from wargame.engine.detection import Detection
from wargame.engine.disclosure import Disclosure
from wargame.engine.indications import Indications
from wargame.engine.registry import Registry
from wargame.engine.requests import Requests
from wargame.engine.sharing import Sharing
from wargame.engine.staffs import Staffs
from wargame.engine.world import World


class Intelligence:
    """The family's processes; they share the registry, which keeps in secret what each report is about."""

    def __init__(self, world: World) -> None:
        self.registry = Registry(world)
        self.indications = Indications(world)
        self.detection = Detection(world, self.registry)
        self.staffs = Staffs(world)
        self.sharing = Sharing(world, self.registry)
        self.disclosure = Disclosure(world, self.registry, self.sharing)
        self.requests = Requests(world, self.sharing)
