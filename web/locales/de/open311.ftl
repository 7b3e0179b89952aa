# Open311: was einem Programm geantwortet wird.

open311-error-path = Diese Adresse gibt es nicht. Die Formate sind xml und json.
open311-error-jurisdiction = jurisdiction_id: Es ist nicht dieses Gebiet.
open311-error-service = service_code: Diese Kategorie gibt es nicht.
open311-error-no_service = service_code: Nennen Sie die Kategorie.
open311-error-request = service_request_id: Diese Meldung gibt es nicht, oder sie ist nicht öffentlich.
open311-error-id = service_request_id: Geben Sie Nummern an, durch Kommas getrennt.
open311-error-token = token: unbekannt.
open311-error-date = start_date, end_date: Schreiben Sie zum Beispiel 2026-01-31T00:00:00Z.
open311-error-range = start_date, end_date: höchstens 90 Tage, in der richtigen Reihenfolge.
open311-error-status = status: open oder closed.
open311-error-page = page, page_size: Zahlen ab 1, und höchstens 1000 je Seite.
open311-error-key = api_key: fehlt oder ist unbekannt.
open311-error-place = lat und long, address_string oder address_id: Sagen Sie, wo, in diesem Gebiet.
open311-error-outside = lat und long: Dieser Ort liegt außerhalb des betreffenden Gebiets.
open311-error-contact = email, first_name, last_name, phone: Eines davon passt nicht.
open311-error-kind = attribute[kind]: anomaly, suggestion oder congratulation.
open311-error-description = description: höchstens 4000 Zeichen.
open311-error-media = media_url: Geben Sie die Webadresse eines Bildes an.
open311-error-many = Zu viele Anfragen. Kommen Sie in einer Minute wieder.
open311-error-failed = Eine Störung bei uns. Versuchen Sie es später noch einmal.
