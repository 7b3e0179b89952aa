//! What one may not see and what is not there look the same, at every door of the people.

use domain::actor::Role;
use rig::{Town, on_both_databases};

/// A body without what changes at every request.
fn plain(answer: &rig::Answer) -> String {
    answer.text()
}

on_both_databases! {
    async fn a_draft_is_not_there_for_the_public(town: Town) {
        town.draft("secrete").await;
        let mut ana = town.citizen("Ana").await;
        for tail in ["", "/contributions", "/results", "/feed.atom", "/contributions.csv", "/new?kind=proposal", "/p/0192f0c1-2d3e-7abc-8def-0123456789ab"] {
            for citizen in [&mut town.visitor(), &mut ana] {
                let (there, nowhere) = (citizen.get(&format!("/c/secrete{tail}")).await, citizen.get(&format!("/c/nulle-part{tail}")).await);
                assert_eq!((there.status, nowhere.status), (404.try_into().unwrap(), 404.try_into().unwrap()), "{tail}");
                assert_eq!(plain(&there), plain(&nowhere), "{tail}");
            }
        }
        for page in ["/", "/c", "/search?q=consultation", "/feeds/consultations.atom"] {
            town.visitor().see(page).await.keeps_quiet_about("Consultation secrete");
        }
        town.somebody("Helene", Role::Agent).await.see("/c/secrete").await;
    }
}

on_both_databases! {
    async fn the_back_office_is_not_there_for_citizens(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        for page in ["/admin", "/admin/consultations", "/admin/consultations/new", "/admin/consultations/place", "/admin/answers", "/admin/moderation", "/admin/users", "/admin/journal", "/admin/settings"] {
            assert_eq!(ana.get(page).await.status, 404, "{page}");
        }
        let rows = [
            (Role::Agent, [200, 200, 200, 404, 404, 404, 404]),
            (Role::Moderator, [200, 404, 404, 200, 404, 404, 404]),
            (Role::Administrator, [200, 200, 200, 200, 200, 200, 200]),
        ];
        for (role, expected) in rows {
            let mut staff = town.somebody(&format!("Staff {role}"), role).await;
            let pages = ["/admin", "/admin/consultations/place", "/admin/answers", "/admin/moderation", "/admin/users", "/admin/journal", "/admin/settings"];
            for (page, expected) in pages.iter().zip(expected) {
                let status = staff.get(page).await.status.as_u16();
                assert!(status == expected || (expected == 404 && status == 403), "{role} {page}: {status}");
            }
        }
    }
}
