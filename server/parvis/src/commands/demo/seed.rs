//! Lives the town's story through the actions, each at its own time: the journal, the counters and the search are those of ten real weeks.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use actions::accounts::ProfileForm;
use actions::consultations::{ConsultationForm, PhaseForm, ThemeForm};
use actions::instance::IdentityForm;
use actions::{App, Clock, accounts, consultations, contributions, instance, office};
use anyhow::{Context, anyhow};
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::answer::AnswerState;
use domain::contribution::{Draft, Kind, Mark, RawDraft};
use domain::id::{ContributionId, ThemeId};
use domain::lang::Lang;
use domain::moderation::Reason;
use domain::text::Email;

use super::days::Days;
use super::story::{self, Deed, Rank};
use super::town::{Contribution, Person, Plan, Stretch, Town};

/// Acts under way at once: the store commits them together.
const AT_ONCE: usize = 64;

/// What an act gives: the id of what it published, for those that follow.
type Given = anyhow::Result<Option<(Rank, ContributionId)>>;
/// An act under way.
type UnderWay = Pin<Box<dyn Future<Output = Given> + Send>>;

/// Fills an installed instance that nobody has set up.
///
/// # Errors
/// When it is already set up, or an action refuses: the story would not be believable.
pub(super) async fn live(app: &App, town: &Town) -> anyhow::Result<()> {
    let days = Days::around(app.now(), app.time_zone().await?);
    let story = story::tell(town)?;
    let mut life = Life { app, town, days, viewers: BTreeMap::new(), themes: BTreeMap::new(), ids: vec![None; story.ranks] };
    let mut under_way = Vec::new();
    for act in &story.acts {
        let waits = act.deed.about().is_some_and(|rank| life.id(rank).is_err());
        if waits || act.deed.is_alone() || under_way.len() >= AT_ONCE {
            life.settle(&mut under_way).await?;
        }
        let then = then(app, life.days.at(act.day)?);
        let context = || format!("{:.1} days from today: {}", act.day, act.deed.name());
        match act.deed {
            Deed::Join(person) => life.join(&then, person).await.with_context(context)?,
            Deed::Suspend(person) => {
                let actor = life.viewer(&person.key)?.actor.context("no actor")?;
                accounts::suspend(&then, life.administrator()?, actor).await.with_context(context)?;
            }
            Deed::Draft(plan) => life.draft(&then, plan).await.with_context(context)?,
            Deed::Open(plan) => {
                super::places::prepare(&then, life.viewer(&plan.agent)?, &plan.slug).await.with_context(context)?;
                consultations::publish(&then, life.viewer(&plan.agent)?, &plan.slug).await.with_context(context)?;
            }
            deed => under_way.push(life.begin(then, deed).with_context(context)?),
        }
    }
    life.settle(&mut under_way).await?;
    if !town.questionnaires.is_empty() {
        super::questionnaires::live(app, town.questionnaires, &life.days, &life.viewers).await?;
    }
    if !town.budget.is_empty() {
        super::budget::live(app, town.budget, &life.days, &life.viewers).await?;
    }
    if town.organisations {
        super::commitments::live(app, &life.days, &life.viewers).await?;
        super::texts::live(app, &life.days, &life.viewers).await?;
    }
    if !town.votes.is_empty() {
        super::votes::live(app, town.votes, &life.days, &life.viewers).await?;
    }
    if town.organisations {
        super::organisations::live(app, &life.days, &life.viewers).await?;
        super::meetings::live(app, &life.days, &life.viewers).await?;
        super::street::live(app, &life.days, &life.viewers).await?;
        super::news::live(app, &life.days, &life.viewers).await?;
        super::initiatives::live(app, &life.days, &life.viewers).await?;
        super::funding::live(app, &life.days, &life.viewers).await?;
    }
    Ok(())
}

/// The same app at another time.
pub(super) fn then(app: &App, at: Timestamp) -> App {
    let mut then = app.clone();
    then.clock = Clock::new(move || at);
    then
}

struct Life<'t> {
    app: &'t App,
    town: &'t Town,
    days: Days,
    viewers: BTreeMap<&'t str, Viewer>,
    themes: BTreeMap<(&'t str, String), ThemeId>,
    ids: Vec<Option<ContributionId>>,
}

impl<'t> Life<'t> {
    fn viewer(&self, key: &str) -> anyhow::Result<Viewer> {
        self.viewers.get(key).copied().with_context(|| format!("{key} has no account yet"))
    }

    fn administrator(&self) -> anyhow::Result<Viewer> {
        self.viewers.values().find(|viewer| viewer.role == Role::Administrator).copied().context("there is no administrator yet")
    }

    fn id(&self, rank: Rank) -> anyhow::Result<ContributionId> {
        self.ids.get(rank).copied().flatten().context("not published yet")
    }

    fn told(&self, text: &str) -> anyhow::Result<String> {
        self.days.told(text, self.town)
    }

    /// Waits for all that is under way.
    async fn settle(&mut self, under_way: &mut Vec<UnderWay>) -> anyhow::Result<()> {
        for given in all(std::mem::take(under_way)).await {
            if let Some((rank, id)) = given?
                && let Some(slot) = self.ids.get_mut(rank)
            {
                *slot = Some(id);
            }
        }
        Ok(())
    }

    /// Opens an account. The first administrator sets the instance up; the others of the staff are given their role.
    async fn join(&mut self, then: &App, person: &'t Person) -> anyhow::Result<()> {
        let email = Email::parse(&person.email()).map_err(|fault| anyhow!("{fault:?}"))?;
        let role = Role::parse(&person.role).context("no such role")?;
        if role == Role::Administrator {
            self.set_up(then, person).await?;
        } else {
            accounts::create(then, &email, &person.name, Role::Citizen).await?;
        }
        let account = self.app.store.read(move |db| store::accounts::by_email(db, email.as_str())).await?;
        let actor = account.context("the account is not there")?.actor_id.to();
        let form =
            ProfileForm { name: person.name.clone(), summary: person.summary.clone(), lang: person.lang.clone(), publish_abroad: true };
        accounts::change_profile(then, Viewer::signed_in(actor, Role::Citizen), &form).await?;
        if !matches!(role, Role::Citizen | Role::Administrator) {
            accounts::change_role(then, self.administrator()?, actor, role).await?;
        }
        self.viewers.insert(&person.key, Viewer::signed_in(actor, role));
        Ok(())
    }

    async fn set_up(&self, then: &App, person: &Person) -> anyhow::Result<()> {
        let path = instance::set_up_link(then).await?.context("the instance is already set up")?;
        let token = path.rsplit('/').next().unwrap_or_default();
        let identity = &self.town.identity;
        let form = IdentityForm {
            territory_kind: self.town.kind.clone(),
            name: identity.name.clone(),
            tagline: identity.tagline.clone(),
            introduction: identity.introduction.clone(),
            latitude: identity.latitude.clone(),
            longitude: identity.longitude.clone(),
            accent: identity.accent.clone(),
            lang: "fr".to_owned(),
            time_zone: "Europe/Paris".to_owned(),
            contact: identity.contact.clone(),
            legal_notice: identity.legal_notice.clone(),
            parent_territory: identity.parent.clone(),
            data_contact: identity.data_contact.clone(),
            ..IdentityForm::default()
        };
        let first = accounts::SignUpForm { name: person.name.clone(), email: person.email(), password: String::new() };
        let session = instance::set_up(then, token, &first, &form, "").await?;
        Ok(accounts::sign_out(then, &session).await?)
    }

    /// Prepares a consultation: texts, phases, themes.
    async fn draft(&mut self, then: &App, plan: &'t Plan) -> anyhow::Result<()> {
        let agent = self.viewer(&plan.agent)?;
        let form = ConsultationForm {
            title: plan.title.clone(),
            slug: plan.slug.clone(),
            teaser: self.told(&plan.teaser)?,
            introduction: self.told(&plan.introduction)?,
            stakes: self.told(&plan.stakes)?,
            settled: self.told(&plan.settled)?,
            open_points: self.told(&plan.open_points)?,
            input_use: self.told(&plan.input_use)?,
            organiser: plan.organiser.clone(),
            participation: plan.participation.clone(),
            support_threshold: plan.threshold.clone(),
        };
        consultations::draft(then, agent, &form).await?;
        let phases = plan.phases.iter().map(|phase| self.phase(phase)).collect::<anyhow::Result<_>>()?;
        consultations::set_phases(then, agent, &plan.slug, phases).await?;
        let themes = plan.themes.iter().map(|name| ThemeForm { id: String::new(), name: name.clone() }).collect();
        consultations::set_themes(then, agent, &plan.slug, themes).await?;
        let slug = plan.slug.clone();
        let kept = self.app.store.read(move |db| match store::consultations::by_slug(db, &slug)? {
            Some(consultation) => store::consultations::themes(db, consultation.id),
            None => Err(store::Error::NotFound),
        });
        self.themes.extend(kept.await?.into_iter().map(|theme| ((plan.slug.as_str(), theme.name), theme.id.to())));
        Ok(())
    }

    fn phase(&self, phase: &Stretch) -> anyhow::Result<PhaseForm> {
        Ok(PhaseForm {
            kind: phase.kind.clone(),
            name: phase.name.clone(),
            description: self.told(&phase.description)?,
            opens_at: self.days.typed(phase.from, "00:00")?,
            closes_at: self.days.typed(phase.to, "23:59")?,
            propose: phase.propose.clone(),
            ..PhaseForm::default()
        })
    }

    /// Begins an act that others need not wait for.
    fn begin(&self, app: App, deed: Deed<'t>) -> anyhow::Result<UnderWay> {
        Ok(match deed {
            Deed::Join(_) | Deed::Suspend(_) | Deed::Draft(_) | Deed::Open(_) => anyhow::bail!("this is done alone"),
            Deed::Publish(plan, it, rank) => {
                let (by, slug, lang) = (self.viewer(&it.by)?, plan.slug.clone(), lang(&it.lang)?);
                let draft = self.draft_of(plan, it, &it.title, &it.body)?;
                Box::pin(async move { Ok(Some((rank, contributions::publish(&app, by, &slug, draft, lang).await?))) })
            }
            Deed::Reply { said, to, rank } => {
                let (by, to, lang, text) = (self.viewer(&said.by)?, self.id(to)?, lang(&said.lang)?, self.told(&said.text)?);
                let raw = RawDraft { title: &said.title, body: &text, theme: "", stance: &said.is };
                let draft = Draft::parse(Kind::Reply, &raw).map_err(|faults| anyhow!("{faults:?}"))?;
                Box::pin(async move { Ok(Some((rank, contributions::reply(&app, by, to, draft, lang).await?))) })
            }
            Deed::Support { by, on } => {
                let (by, id) = (self.viewer(by)?, self.id(on)?);
                nothing(async move { contributions::support(&app, by, id).await })
            }
            Deed::Edit(plan, it, edit, on) => {
                let (by, id) = (self.viewer(&it.by)?, self.id(on)?);
                let draft = self.draft_of(plan, it, &edit.title, &edit.body)?;
                nothing(async move { contributions::edit(&app, by, id, 1, draft).await })
            }
            Deed::Withdraw(it, on) => {
                let (by, id) = (self.viewer(&it.by)?, self.id(on)?);
                nothing(async move { contributions::withdraw(&app, by, id).await })
            }
            Deed::Report(report, on) => {
                let (by, id, reason, note) = (self.viewer(&report.by)?, self.id(on)?, reason(&report.reason)?, report.note.clone());
                nothing(async move { contributions::report(&app, by, id, reason, &note).await })
            }
            Deed::Hide(hidden, on) => {
                let (by, id, reason, note) = (self.viewer(&hidden.by)?, self.id(on)?, reason(&hidden.reason)?, hidden.note.clone());
                nothing(async move { office::hide(&app, by, id, reason, &note).await })
            }
            Deed::Answer(answer, on) => {
                let (by, id, text, signed) = (self.viewer(&answer.by)?, self.id(on)?, self.told(&answer.text)?, answer.signed.clone());
                let state = AnswerState::parse(&answer.state).context("no such state")?;
                nothing(async move { office::answer(&app, by, id, state, &text, &signed).await.map(|_id| ()) })
            }
            Deed::Recognise { by, mark, on } => {
                let (by, id, mark) = (self.viewer(by)?, self.id(on)?, Mark::parse(mark).context("no such mark")?);
                nothing(async move { office::recognise(&app, by, id, mark, true).await })
            }
        })
    }

    /// What somebody types in the form.
    fn draft_of(&self, plan: &'t Plan, it: &Contribution, title: &str, body: &str) -> anyhow::Result<Draft> {
        let theme = self.themes.get(&(plan.slug.as_str(), it.theme.clone())).context("no such theme")?.to_string();
        let kind = Kind::parse(&it.kind).context("no such kind")?;
        let raw = RawDraft { title, body: &self.told(body)?, theme: &theme, stance: "" };
        let draft = Draft::parse(kind, &raw).map_err(|faults| anyhow!("{faults:?}"))?;
        Ok(draft.at(super::places::of(title)))
    }
}

fn lang(code: &str) -> anyhow::Result<Lang> {
    Lang::parse(code).with_context(|| format!("no such language: {code}"))
}

fn reason(code: &str) -> anyhow::Result<Reason> {
    Reason::parse(code).with_context(|| format!("no such reason: {code}"))
}

/// An act that publishes nothing.
fn nothing(act: impl Future<Output = actions::Result<()>> + Send + 'static) -> UnderWay {
    Box::pin(async move { Ok(act.await.map(|()| None)?) })
}

/// Waits for all; each is begun in its order, so that the journal keeps it.
async fn all(mut under_way: Vec<UnderWay>) -> Vec<Given> {
    let mut given: Vec<Option<Given>> = under_way.iter().map(|_| None).collect();
    poll_fn(|context| {
        for (act, slot) in under_way.iter_mut().zip(&mut given) {
            if slot.is_none()
                && let Poll::Ready(done) = act.as_mut().poll(context)
            {
                *slot = Some(done);
            }
        }
        if given.iter().all(Option::is_some) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    given.into_iter().flatten().collect()
}
