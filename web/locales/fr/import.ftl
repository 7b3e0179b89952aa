# Ce que dit une consultation créée par un import, avant qu’un agent ne la complète.
import-teaser = Contributions reprises d’une autre plateforme.
import-introduction = Ces contributions ont été déposées sur une autre plateforme. Elles sont reprises ici telles quelles, avec leur date et un lien vers leur page d’origine. Les soutiens reçus là-bas sont indiqués à part et ne s’ajoutent pas aux nôtres.
import-input-use = Les contributions reprises restent consultables par tous. La collectivité peut y répondre ici.
import-phase = Dépôt des contributions
