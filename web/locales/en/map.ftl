map-tab = Map
map-title = Map: { $consultation }
map-heading = The map of contributions
map-on-a-map = See on the map
map-as-list = See as a list
map-skip = Skip the map
map-legend = Letters of the themes
map-attribution = Background map: { $who }
map-closer = Zoom in
map-farther = Zoom out
map-west = West
map-east = East
map-north = North
map-south = South
map-here = Update the list with this view
map-failed = The map does not answer. The list below is complete.
map-layers = Also on the map:
map-place-mine = Place my idea
map-download = Download (GeoJSON)
map-nothing = Nothing here
map-nothing-text = Zoom out or remove filters to see other contributions.
map-gathered-script = {"{n}"} contributions here. Zoom in.
map-office-lead = Say whether proposals have a place, and what the map shows beneath them.
map-office-decided = { $organiser } decides whether a place is asked for, for all territories: “{ $asking }”. The perimeter and the layers are yours.
map-office-layers = What the map shows
map-office-layers-lead = A perimeter says where contributions may be placed. Other files show what exists or is planned.
map-office-no-layer = Nothing has been added yet.
map-layer-remove = Remove
map-layer-name = Name
map-layer-name-hint = For example: “Project perimeter”.
map-layer-kind = What it is
map-layer-kind-perimeter = A perimeter
map-layer-kind-perimeter-hint = Contributions must lie inside.
map-layer-kind-project = Existing projects or places
map-layer-kind-project-hint = Shown for information.
map-layer-file = GeoJSON file
map-layer-file-hint = At most 2 MB, coordinates in degrees (WGS 84). Only shapes and their names are kept.
map-layer-add = Add to the map
fault-file-shape = This file is not a GeoJSON that can be read.
fault-file-missing = Choose a GeoJSON file that holds at least one shape.
fault-file-too_many = There are too many shapes or points in this file, or too many files on this map.
fault-file-off_the_earth = The coordinates of this file are not in degrees (WGS 84). Export it again in that system.
fault-file-too_few = A shape in this file has too few points.
fault-file-flat = A perimeter must be an area.
editor-part-map = Map
event-map_changed = Changed the map of the consultation
placed-title = Place
place-see = See around it on the map
place-map-of = Map of the place
place-at = At the coordinates { $coordinates }
place-asking = Ask for a place
place-asking-never = Do not ask
place-asking-never-hint = The form does not mention a place.
place-asking-optional = If the person wants to
place-asking-optional-hint = A contribution may be placed, or not.
place-asking-required = Always
place-asking-required-hint = Every proposal must have a place. Discussions need not.
place-legend = Where is it?
place-address = Address or place
place-address-hint = For example: “12 rue de la Paix”. Search, then choose from the list.
place-search = Search
place-choose = Places found
place-none-of-them = None of these places
place-map = Choose on the map
place-map-hint = Touch the map to place it. Two fingers move the map.
place-point = A point
place-line = A route
place-area = An area
place-here = My position
place-undo = Clear
place-no-position = Your position could not be read. Search for an address or touch the map.
place-chosen = Chosen place:
place-coordinates = Coordinates
place-coordinates-hint = Latitude, then longitude, for example: 50.63, 3.06. For a route, separate the points with “;”.
place-public = This place will be public, like your text. Do not give your home address.
fault-place-unreadable = These coordinates could not be read. Write for example: 50.63, 3.06.
fault-place-off_the_earth = These coordinates are not on the map. Latitude comes first.
fault-place-too_few = A route needs at least two points, an area three.
fault-place-too_many = There are too many points: at most 200.
fault-place-too_wide = This shape is too large. Draw a precise place.
fault-place-crosses = The outline of the area crosses itself. Draw it without crossings.
fault-place-flat = The area has no surface. Draw at least a triangle.
fault-place-outside = This place is outside the territory concerned. Choose a place inside it.
fault-place-missing = Say where your proposal is.
fault-place-several = Choose the right address from the list.
fault-place-not_found = This address was not found. Write it differently, or give coordinates.
map-gathered = { $count ->
    [one] { $count } contribution here. Zoom in.
   *[other] { $count } contributions here. Zoom in.
}
map-in-view = { $count ->
    [one] { $count } contribution on this map
   *[other] { $count } contributions on this map
}
map-of-all = { $count ->
    [one] Of { $count } contribution that has a place.
   *[other] Of { $count } contributions that have a place.
}
place-found = { $count ->
    [one] { $count } place found. Choose it if it is the right one.
   *[other] { $count } places found. Choose the right one.
}
place-about = { $count ->
    [one] to within { $count } metre
   *[other] to within { $count } metres
}
place-photo = Place of a photo
place-no-photo = This photo does not say where it was taken. Touch the map.
place-chosen-here = Chosen place
place-still = Place it here: touch the map, or press Enter to choose the cross
place-still-hint = Touch the map to place it, or move the map until the cross is in the right spot.
place-move-north = North
place-move-south = South
place-move-west = West
place-move-east = East
place-move-closer = Zoom in
place-move-farther = Zoom out
place-move-middle = Choose the cross
