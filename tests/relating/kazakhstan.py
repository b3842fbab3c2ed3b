"""The history of January 2022 as readings made by hand, after the public facts; no word of any page."""

from khabar.model.reading import Reading
from tests.relating.hand import report, say

HM, IM, INFO, PGO = "Health Ministry", "Interior Ministry", "Information Ministry", "Prosecutor General's Office"
OFFICERS = {"who": "officers"}


def history() -> list[Reading]:
    """The reports, in the order published."""
    return [
        report("kloop", "2022-01-06T06:00:00Z", say(8, IM, "Vlast", who="police and National Guard"), say(317, IM, "Vlast", measure="injured", **OFFICERS)),
        report("katakini", "2022-01-06T09:00:00Z", say(12, "Khabar 24", place="Almaty", **OFFICERS),
               say((24, None), "Police", bound="vague", who="rioters"), say(2000, IM, "TASS", measure="detained", bound="about", place="Almaty")),
        report("myua", "2022-01-06T15:00:00Z", say(18, IM, earlier=13, **OFFICERS), say(748, IM, measure="injured", **OFFICERS), say(2298, IM, measure="detained")),
        report("gazeta", "2022-01-07T08:00:00Z", say(26, IM, "Khabar 24", who="armed participants"), say(18, IM, "Khabar 24", measure="injured", who="armed participants"),
               say(18, IM, "Khabar 24", **OFFICERS), say(3000, IM, "Khabar 24", measure="detained", bound="about")),
        report("newsru", "2022-01-08T10:00:00Z", say(4000, IM, measure="detained", bound="about"), say(26, IM, who="attackers"),
               say(740, IM, measure="injured", bound="at_least", **OFFICERS)),
        report("m24", "2022-01-09T05:50:00Z", say(16, IM, earlier=18, act="corrects", reason="recount", **OFFICERS),
               say(1300, IM, measure="injured", bound="at_least", **OFFICERS)),
        report("fajar", "2022-01-09T10:00:00Z", say(5135, IM, measure="detained", bound="at_least")),
        report("sabah", "2022-01-09T10:30:00Z", say(5800, "Presidential Office", measure="detained")),
        report("irishtimes", "2022-01-09T12:30:00Z", say(164, HM, "Khabar 24", certainty="unconfirmed", doubt=True),
               say(103, HM, "Khabar 24", place="Almaty", part_of=0), say(2200, HM, "Khabar 24", measure="treated", bound="at_least"), credit=("Reuters",)),
        report("belsat", "2022-01-09T13:00:00Z", say(164, HM, "medium:government Telegram channel")),
        report("cakra", "2022-01-09T16:59:00Z", say(164, "Khabar 24", certainty="unconfirmed", doubt=True), say((2000, None), bound="vague", measure="detained"), credit=("Reuters",), outlet="cakra.news"),
        report("vlast", "2022-01-09T18:00:00Z", say(None, HM, act="disowns", refers={"value": 164, "measure": "killed"}, words="it never gave such data")),
        report("tass", "2022-01-10T06:00:00Z", say(None, INFO, "TASS", act="withdraws", reason="technical error",
               refers={"value": 164, "measure": "killed", "source": "Khabar 24"}, words="a technical error; the figures do not match reality")),
        report("d1", "2022-01-12T09:00:00Z", say(9900, IM, measure="detained", said="2022-01-11")),
        report("wahana", "2022-01-12T10:00:00Z", say(164, HM), outlet="wahananews.co"),
        report("ap", "2022-01-15T13:00:00Z", say(225, f"Serik Shalabayev of {PGO}", basis="bodies"), say(19, f"Serik Shalabayev of {PGO}", who="police and military", part_of=0, basis="bodies"),
               say(164, currency="earlier", words="the previous official toll was 164"), outlet="click2houston.com"),
        report("yahoo", "2022-01-15T14:00:00Z", say(225, PGO), say(164, currency="earlier"), say(None, "authorities", act="withdraws", refers={"value": 164, "measure": "killed"})),
        report("gazetamedia", "2022-03-10T09:00:00Z", say(227, "authorities"), times=(JANUARY,)),
        report("lenta", "2022-03-14T07:00:00Z", say(230, f"Berik Asylov of {PGO}", earlier=225), say(139, f"Berik Asylov of {PGO}", place="Almaty", part_of=0), times=(JANUARY,)),
        report("aqparat", "2023-01-05T08:00:00Z", say(238, f"Berik Asylov of {PGO}"), say(151, f"Berik Asylov of {PGO}", place="Almaty", part_of=0), times=(JANUARY,)),
    ]  # fmt: skip


from khabar.model.reading import TimeSpan  # noqa: E402

JANUARY = TimeSpan(span=(0, 1), start="2022-01-01", to="2022-01-31", precision="month")
