# What is printed for a consultation.

editor-part-kit = To print
kit-lead = A poster at the town hall and a leaflet in the school bag reach those who do not go online. Everything is ready to print, in the language of the consultation.
kit-papers = Papers
kit-poster = Download the poster (PDF, A4)
kit-leaflets = Download the leaflets (PDF, two to a page)
kit-ballots = The ballots and letters of a vote are prepared with the vote.
kit-code = Code to scan
kit-code-text = It leads to this address:
kit-code-alt = QR code of the page of the consultation
kit-draft = The consultation is not published yet. Wait until it is before you put posters up: until then the code leads nowhere.
kit-how = Have your say: scan this code or type this address.
kit-codes = Download codes to cut out (PDF, A4)
kit-ballot = Paper ballot: { $title } (PDF)
