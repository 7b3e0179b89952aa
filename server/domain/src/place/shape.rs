//! Plane geometry on small stretches of the Earth: what crosses, what holds, how far, where the middle is.

use super::{Place, SAME};

/// Metres in a degree of latitude on a sphere of 6,371,008.8 m (IUGG mean radius).
pub(super) const METRES_PER_DEGREE: f64 = 111_195.08;
const RADIUS: f64 = 6_371_008.8;

/// Whether two places are the same, to within a centimetre.
pub(super) fn same(a: Place, b: Place) -> bool {
    (a.latitude - b.latitude).abs() < SAME && (a.longitude - b.longitude).abs() < SAME
}

/// The same vertices, where one does not follow itself.
pub(super) fn without_repeats(mut vertices: Vec<Place>) -> Vec<Place> {
    vertices.dedup_by(|a, b| same(*a, *b));
    vertices
}

/// Haversine distance, in metres.
pub(super) fn distance(a: Place, b: Place) -> f64 {
    let (lat_a, lat_b) = (a.latitude.to_radians(), b.latitude.to_radians());
    let half = |from: f64, to: f64| ((to - from) / 2.0).sin().powi(2);
    let chord = half(lat_a, lat_b) + lat_a.cos() * lat_b.cos() * half(a.longitude.to_radians(), b.longitude.to_radians());
    2.0 * RADIUS * chord.clamp(0.0, 1.0).sqrt().asin()
}

/// Twice-halved shoelace sum, in square degrees: positive when anticlockwise.
pub(super) fn signed_surface(ring: &[Place]) -> f64 {
    sides(ring).map(|(a, b)| a.longitude.mul_add(b.latitude, -(b.longitude * a.latitude))).sum::<f64>() / 2.0
}

/// Whether two sides of a ring that are not neighbours meet.
pub(super) fn crosses_itself(ring: &[Place]) -> bool {
    let sides: Vec<(Place, Place)> = sides(ring).collect();
    let last = sides.len().saturating_sub(1);
    sides.iter().enumerate().any(|(i, one)| {
        let others = sides.iter().enumerate().skip(i + 2);
        others.filter(|(j, _)| !(i == 0 && *j == last)).any(|(_, other)| meet(*one, *other))
    })
}

/// Whether a ring holds a place: an even-odd count of the sides to its east. The vertices themselves are inside.
pub(super) fn ring_holds(ring: &[Place], place: Place) -> bool {
    let mut inside = false;
    for (a, b) in sides(ring) {
        if same(a, place) || on_side((a, b), place) {
            return true;
        }
        if (a.latitude > place.latitude) != (b.latitude > place.latitude) {
            let along = (place.latitude - a.latitude) / (b.latitude - a.latitude);
            if place.longitude < (b.longitude - a.longitude).mul_add(along, a.longitude) {
                inside = !inside;
            }
        }
    }
    inside
}

/// The place half-way along a line.
pub(super) fn midway(line: &[Place]) -> Option<Place> {
    let pieces = || line.iter().zip(line.iter().skip(1));
    let mut left = pieces().map(|(a, b)| distance(*a, *b)).sum::<f64>() / 2.0;
    for (a, b) in pieces() {
        let piece = distance(*a, *b);
        if piece >= left && piece > 0.0 {
            let part = left / piece;
            return Some(Place {
                latitude: (b.latitude - a.latitude).mul_add(part, a.latitude),
                longitude: (b.longitude - a.longitude).mul_add(part, a.longitude),
            });
        }
        left -= piece;
    }
    None
}

/// The centre of gravity of a ring.
pub(super) fn gravity(ring: &[Place]) -> Option<Place> {
    // Around the first vertex: the products stay small, and so do the errors of rounding.
    let origin = *ring.first()?;
    let near = |place: Place| (place.longitude - origin.longitude, place.latitude - origin.latitude);
    let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
    for (a, b) in sides(ring) {
        let ((ax, ay), (bx, by)) = (near(a), near(b));
        let cross = ax.mul_add(by, -(bx * ay));
        twice += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
    }
    let found = (twice != 0.0).then(|| (x / (3.0 * twice) + origin.longitude, y / (3.0 * twice) + origin.latitude));
    found.and_then(|(longitude, latitude)| Place::new(latitude, longitude))
}

/// How far a place is from the nearest side of a ring, in metres; endless from none. On a plane that touches the Earth at the place: right nearby.
pub(super) fn to_ring(ring: &[Place], place: Place) -> f64 {
    let wide = place.latitude.to_radians().cos();
    let flat =
        |at: Place| ((at.longitude - place.longitude) * wide * METRES_PER_DEGREE, (at.latitude - place.latitude) * METRES_PER_DEGREE);
    let to_side = |(a, b): (Place, Place)| {
        let ((ax, ay), (bx, by)) = (flat(a), flat(b));
        let (dx, dy) = (bx - ax, by - ay);
        let long = dx.mul_add(dx, dy * dy);
        // The foot of the perpendicular, or the end that is nearer.
        let along = if long > 0.0 { (-ax.mul_add(dx, ay * dy) / long).clamp(0.0, 1.0) } else { 0.0 };
        dx.mul_add(along, ax).hypot(dy.mul_add(along, ay))
    };
    sides(ring).map(to_side).fold(f64::INFINITY, f64::min)
}

fn sides(ring: &[Place]) -> impl Iterator<Item = (Place, Place)> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// On which side of the line from `a` to `b` a place lies: positive on the left.
fn turn(a: Place, b: Place, c: Place) -> f64 {
    (b.longitude - a.longitude).mul_add(c.latitude - a.latitude, -((b.latitude - a.latitude) * (c.longitude - a.longitude)))
}

fn on_side((a, b): (Place, Place), place: Place) -> bool {
    let within = |from: f64, to: f64, value: f64| value >= from.min(to) && value <= from.max(to);
    turn(a, b, place) == 0.0 && within(a.longitude, b.longitude, place.longitude) && within(a.latitude, b.latitude, place.latitude)
}

fn meet(one: (Place, Place), other: (Place, Place)) -> bool {
    let (a, b) = (turn(one.0, one.1, other.0), turn(one.0, one.1, other.1));
    let (c, d) = (turn(other.0, other.1, one.0), turn(other.0, other.1, one.1));
    if (a > 0.0) != (b > 0.0) && (c > 0.0) != (d > 0.0) && a != 0.0 && b != 0.0 && c != 0.0 && d != 0.0 {
        return true;
    }
    on_side(one, other.0) || on_side(one, other.1) || on_side(other, one.0) || on_side(other, one.1)
}
