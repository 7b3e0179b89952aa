# What a consultation made by an import says, before an agent completes it.
import-teaser = Contributions brought over from another platform.
import-introduction = These contributions were made on another platform. They are shown here unchanged, with their date and a link to the original page. Support given there is shown separately and is never added to ours.
import-input-use = The contributions brought over stay open for everyone to read. The local authority can answer them here.
import-phase = Contributions
