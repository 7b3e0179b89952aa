# Open311: what a program is answered.

open311-error-path = There is no such address. The formats are xml and json.
open311-error-jurisdiction = jurisdiction_id: it is not this territory.
open311-error-service = service_code: there is no such category.
open311-error-no_service = service_code: say which category.
open311-error-request = service_request_id: there is no such report, or it is not public.
open311-error-id = service_request_id: give numbers, with commas between them.
open311-error-token = token: unknown.
open311-error-date = start_date, end_date: write for example 2026-01-31T00:00:00Z.
open311-error-range = start_date, end_date: 90 days at most, in order.
open311-error-status = status: open or closed.
open311-error-page = page, page_size: numbers from 1, and 1000 on a page at most.
open311-error-key = api_key: missing or unknown.
open311-error-place = lat and long, address_string or address_id: say where, within this territory.
open311-error-outside = lat and long: this place is outside the territory concerned.
open311-error-contact = email, first_name, last_name, phone: one of them will not do.
open311-error-kind = attribute[kind]: anomaly, suggestion or congratulation.
open311-error-description = description: 4000 characters at most.
open311-error-media = media_url: give the web address of a picture.
open311-error-many = Too many requests. Come back in a minute.
open311-error-failed = A failure on our side. Try again later.
