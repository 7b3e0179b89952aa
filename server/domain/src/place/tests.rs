//! What is a shape and what is none; what holds what; cells and roundings.

use super::{Bounds, Cell, Geometry, Outline, Place, PlaceFault, ShapeKind, metres_per_pixel};

fn at(latitude: f64, longitude: f64) -> Place {
    Place::new(latitude, longitude).unwrap()
}

#[test]
fn shapes_as_people_type_them() {
    let check = |text: &str, expected: Result<(ShapeKind, usize), PlaceFault>| {
        let found = Geometry::parse(text).map(|shape| (shape.kind(), shape.vertices().len()));
        assert_eq!(found, expected, "{text:?}");
    };
    check("50.63, 3.06", Ok((ShapeKind::Point, 1)));
    check(" 50.63,3.06 ", Ok((ShapeKind::Point, 1)));
    check("50,63 3,06", Ok((ShapeKind::Point, 1)));
    check("50,63 / 3,06", Ok((ShapeKind::Point, 1)));
    check("50.63 3.06", Ok((ShapeKind::Point, 1)));
    check("50.63° , 3.06°", Ok((ShapeKind::Point, 1)));
    check("-33.9, -18.4", Ok((ShapeKind::Point, 1)));
    check("50.63, 3.06; 50.64, 3.07", Ok((ShapeKind::Line, 2)));
    check("50.63, 3.06; 50.64, 3.06; 50.64, 3.07; 50.63, 3.06", Ok((ShapeKind::Area, 3)));
    check("50.63, 3.06; 50.63, 3.06", Err(PlaceFault::TooFew));
    check("50, 3; 50.1, 3.1; 50.1, 3; 50, 3.1; 50, 3", Err(PlaceFault::Crosses));
    check("50, 3; 50.1, 3.1; 50.05, 3.05; 50, 3", Err(PlaceFault::Flat));
    check("50, 3; 50.1, 3; 50, 3", Err(PlaceFault::TooFew));
    check("40, 3; 50, 3", Err(PlaceFault::TooWide));
    check("91, 3", Err(PlaceFault::OffTheEarth));
    check("86, 3", Err(PlaceFault::OffTheEarth));
    check("50, 181", Err(PlaceFault::OffTheEarth));
    for nonsense in ["", ";", "nan, 3", "inf, 3", "1e1, 3", "50", "50, 3, 4", "rue de la Paix", "50.63 3.06 4", "5.5.5, 3"] {
        check(nonsense, Err(PlaceFault::Unreadable));
    }
    check(&"50, 3; ".repeat(100_000), Err(PlaceFault::TooMany));
    let many = (0..300).map(|i| format!("50.{i:03}, 3")).collect::<Vec<_>>().join(";");
    check(&many, Err(PlaceFault::TooMany));
}

#[test]
fn what_is_written_is_read_again() {
    for text in ["50.63, 3.06", "50.63, 3.06; 50.64, 3.07", "50.63, 3.06; 50.63, 3.07; 50.64, 3.07; 50.63, 3.06"] {
        let shape = Geometry::parse(text).unwrap();
        assert_eq!(shape.written(), text);
        assert_eq!(Geometry::parse(&shape.written()).unwrap(), shape);
    }
}

#[test]
fn geojson_has_longitude_first_and_rings_anticlockwise() {
    assert_eq!(Geometry::parse("50.63, 3.06").unwrap().geojson(), r#"{"type":"Point","coordinates":[3.06,50.63]}"#);
    assert_eq!(
        Geometry::parse("50, 3; 50.1, 3; 50.1, 3.1; 50, 3").unwrap().geojson(),
        r#"{"type":"Polygon","coordinates":[[[3.1,50.1],[3,50.1],[3,50],[3.1,50.1]]]}"#
    );
    assert_eq!(Geometry::parse("50, 3; 50.1, 3").unwrap().geojson(), r#"{"type":"LineString","coordinates":[[3,50],[3,50.1]]}"#);
}

#[test]
fn marks_stand_in_the_middle() {
    let near = |a: Place, b: Place| assert!(a.metres_to(b) < 5.0, "{a:?} {b:?}");
    near(Geometry::parse("50, 3; 50, 3.1; 50, 3.4").unwrap().centre(), at(50.0, 3.2));
    near(Geometry::parse("50, 3; 50, 3.1; 50.1, 3.1; 50.1, 3; 50, 3").unwrap().centre(), at(50.05, 3.05));
}

#[test]
fn an_outline_holds_what_is_in_it_and_not_what_is_in_its_holes() {
    let square = |from: f64, to: f64| vec![at(from, from), at(from, to), at(to, to), at(to, from), at(from, from)];
    let outline = Outline::new(vec![vec![square(0.0, 10.0), square(4.0, 6.0)], vec![square(20.0, 21.0)]]).unwrap();
    for (lat, lon, inside) in
        [(1.0, 1.0, true), (5.0, 5.0, false), (20.5, 20.5, true), (15.0, 15.0, false), (0.0, 0.0, true), (0.0, 5.0, true)]
    {
        assert_eq!(outline.holds(at(lat, lon)), inside, "{lat} {lon}");
    }
    let line = Geometry::parse("1, 1; 1.1, 1.1").unwrap();
    assert!(line.inside(&outline) && line.inside(&Outline::default()));
    assert!(!Geometry::parse("9.9, 9.9; 10.1, 10.1").unwrap().inside(&outline));
    assert_eq!(outline.bounds().unwrap(), Bounds { west: 0.0, south: 0.0, east: 21.0, north: 21.0 });
    assert_eq!(Outline::new(vec![vec![vec![at(0.0, 0.0), at(1.0, 1.0)]]]), Err(PlaceFault::TooFew));
    assert_eq!(Outline::new(vec![vec![vec![at(1.0, 1.0); 20_001]]]), Err(PlaceFault::TooMany));
}

#[test]
fn a_rounded_place_stays_near_and_says_no_more_the_second_time() {
    for i in 0..500u32 {
        let place = at(f64::from(i).mul_add(0.31, -77.0), f64::from(i).mul_add(0.7, -175.0));
        let rounded = place.rounded(100);
        assert!(place.metres_to(rounded) < 75.0, "{place:?} {rounded:?} {}", place.metres_to(rounded));
        assert!(rounded.rounded(100).metres_to(rounded) < 0.2, "{rounded:?}");
    }
    assert_eq!(at(50.0, 3.0).rounded(0), at(50.0, 3.0));
    // Two places in one square cannot be told apart.
    assert_eq!(at(50.630_01, 3.060_01).rounded(1_000), at(50.630_02, 3.060_02).rounded(1_000));
}

#[test]
fn cells_are_the_tiles_that_everybody_cuts() {
    // Lille: asinh(tan 50.6366°) = 1.0279, so y = (1 − 1.0279/π)/2 · 4096 = 1377.9.
    let cell = Cell::of(at(50.6366, 3.0635));
    assert_eq!(cell.at_zoom(12), (2082, 1377));
    assert_eq!(cell.at_zoom(0), (0, 0));
    assert!(cell.place().metres_to(at(50.6366, 3.0635)) < 0.1);
    for (lat, lon) in [(90.0, 180.0), (-90.0, -180.0)] {
        let (x, y) = Cell::of(at(lat, lon)).at_zoom(30);
        assert!((0..1 << 30).contains(&x) && (0..1 << 30).contains(&y));
    }
    assert!((metres_per_pixel(0.0, 0) - 156_543.03).abs() < 0.01);
}
