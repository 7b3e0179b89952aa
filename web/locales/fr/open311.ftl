# Open311 : ce qui est répondu à un programme.

open311-error-path = Cette adresse n’existe pas. Les formats sont xml et json.
open311-error-jurisdiction = jurisdiction_id : ce n’est pas ce territoire.
open311-error-service = service_code : cette catégorie n’existe pas.
open311-error-no_service = service_code : dites la catégorie.
open311-error-request = service_request_id : ce signalement n’existe pas ou n’est pas public.
open311-error-id = service_request_id : donnez des numéros, séparés par des virgules.
open311-error-token = token : inconnu.
open311-error-date = start_date, end_date : écrivez par exemple 2026-01-31T00:00:00Z.
open311-error-range = start_date, end_date : 90 jours au plus, dans l’ordre.
open311-error-status = status : open ou closed.
open311-error-page = page, page_size : des nombres à partir de 1, et 1000 par page au plus.
open311-error-key = api_key : absente ou inconnue.
open311-error-place = lat et long, address_string ou address_id : dites où, dans ce territoire.
open311-error-outside = lat et long : ce lieu est en dehors du territoire concerné.
open311-error-contact = email, first_name, last_name, phone : l’un d’eux ne va pas.
open311-error-kind = attribute[kind] : anomaly, suggestion ou congratulation.
open311-error-description = description : 4000 caractères au plus.
open311-error-media = media_url : donnez l’adresse web d’une image.
open311-error-many = Trop de demandes. Revenez dans une minute.
open311-error-failed = Une panne de notre côté. Réessayez plus tard.
