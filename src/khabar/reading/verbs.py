"""Verb frames: `X said …`, `…, X said`, `…, said X`, `saying …`, `Video … showed …`."""

from khabar.language.lexicon import Hit
from khabar.reading.contents import begins_clause, closes, kept, left_content, past_addressee, right_content
from khabar.reading.frame import Frame
from khabar.reading.names import is_name
from khabar.reading.phrases import headed_by, past_occasion, told_medium
from khabar.reading.plausible import account_alone
from khabar.reading.posts import POSSESSIVE
from khabar.reading.scene import BREAKS, QUOTE_MARKS, Range, Scene
from khabar.reading.subjects import last_noun_phrase, subject_left, subject_right

LEAST_CLAUSE = 2
"""So many tokens at least before an attribution are a clause."""

SHORT_SUBJECT = 8
"""A subject behind its verb without quotation marks has so many tokens at most."""


def verb(scene: Scene, hit: Hit, before: Frame | None) -> Frame | None:
    """The frame of a verb of saying, or None where the word is no such verb here."""
    if _is_no_verb(scene, hit):
        return None
    first = _group_start(scene, hit.start)
    if _is_passive(scene, first, hit):
        return None
    cue = (first if scene.grammar.auxiliaries_in_cue else hit.start, hit.end)
    if _goes_on(scene, first, hit, before):
        return _same_speaker(scene, hit, cue)
    if first > 2 and scene.low[first - 1] in scene.grammar.pointing and scene.low[first - 2] in scene.grammar.abouts:
        return _reversed(scene, hit, first - 2)
    if _inverted(scene, first, hit):
        return _reversed(scene, hit, first)
    return _bare_end(scene, hit, cue, first) if _ends_bare(scene, hit, first) else _forward(scene, hit, cue, first)


def _forward(scene: Scene, hit: Hit, cue: Range, first: int) -> Frame | None:
    """The subject before its verb."""
    subject, apposition, edge = subject_left(scene, first)
    if subject is None or (
        scene.grammar.relatives.issuperset(scene.low[slice(*subject)]) and not scene.grammar.auxiliaries_in_cue
    ):
        return None
    if subject[1] - subject[0] == 1 and scene.low[subject[0]] in scene.grammar.oblique:
        return None
    if scene.grammar.verb_first and _object_first(scene, subject, hit):
        return _reversed(scene, hit, first)
    frame = Frame(hit=hit, cue=cue, subject=subject, content=None, side="right", edge=edge, apposition=apposition)
    frame.negated = not scene.grammar.negations.isdisjoint(scene.low[first : hit.start])
    return _with_content(scene, frame)


def _ends_bare(scene: Scene, hit: Hit, first: int) -> bool:
    """Whether an attribution closes a sentence that has no comma before it, as in copy that lost its marks."""
    if not hit.entry.attributes.get("inverts") or not scene.grammar.affiliation_first:
        return False
    if hit.end < scene.end or first < LEAST_BARE or scene.low[first - 1] in scene.grammar.nominatives:
        return False
    return not any(scene.low[i] in BREAKS or scene.quoted[i] for i in range(max(0, first - LONGEST_NAME), first))


LONGEST_NAME = 16
"""The comma before an attribution is looked for so many tokens back: names of offices are long."""

LEAST_BARE = 10
"""A sentence without a comma before its attribution has so many tokens before it at least."""


def _bare_end(scene: Scene, hit: Hit, cue: Range, first: int) -> Frame | None:
    subject = last_noun_phrase(scene, first)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=cue, subject=subject, content=None, side="left", edge=subject[0])
    return frame if left_content(scene, frame) else None


def show(scene: Scene, hit: Hit, before: Frame | None) -> Frame | None:
    """`Video … menunjukkan …`: only where the subject is a document, an image, data."""
    frame = verb(scene, hit, before)
    if frame is None or frame.subject is None or frame.side != "right":
        return None
    return frame if _has(scene, frame.subject, "document") else None


def _is_no_verb(scene: Scene, hit: Hit) -> bool:
    """Whether the word is a noun, an infinitive or a name: `his claims`, `to deny`, `United States`."""
    g, low = scene.grammar, scene.low
    if hit.start and (low[hit.start - 1] in g.noun_before or _is_quoted(scene, hit.start) or _of_whoever(scene, hit)):
        return True
    if g.reflexives and hit.entry.words[-1].endswith("*") and low[hit.end - 1].endswith(g.reflexives):
        return True
    if hit.start and scene.capital(hit.start) and low[hit.start - 1] not in BREAKS and not scene.headline():
        return not scene.quoted[hit.start - 1]
    after = low[hit.end] if hit.end < len(low) else "."
    if after in g.agents and low[hit.start].endswith("ed"):
        return True
    counting = hit.entry.attributes.get("counts") and after[0].isdigit()
    if low[hit.start] not in g.homographs or counting or _said_by_many(scene, hit) or _ends_clause(scene, hit):
        return False
    owned = (
        after == ":" and hit.start and POSSESSIVE.search(low[hit.start - 1]) and low[hit.start - 1] not in g.nominatives
    ) or (after == "," and hit.start > 1 and scene.capital(hit.start - 1) and low[hit.start - 2] in g.prepositions)
    return bool(owned) or not (
        after in g.complementisers
        or after in g.determiners
        or after in g.pronouns
        or after in BREAKS
        or (hit.end < scene.end and (scene.capital(hit.end) or bool(scene.quoted[hit.end])))
    )


def _of_whoever(scene: Scene, hit: Hit) -> bool:
    """`pihak yang akan menilai izin`: who is to do it, not who has said it."""
    return scene.grammar.clitics and scene.low[max(0, _group_start(scene, hit.start) - 1)] in scene.grammar.relatives


def _ends_clause(scene: Scene, hit: Hit) -> bool:
    """`…, official figures show.`: right behind a noun for those who speak, at the end of the sentence."""
    return hit.end >= scene.end and any(h.end == hit.start and h.entry.category in SPEAKING for h in scene.hits)


def _is_quoted(scene: Scene, at: int) -> bool:
    """`quoted the mayor as saying`: the saying is told by the word before."""
    for hit in scene.sentence.of["cue"]:
        has = hit.entry.attributes
        if has.get("frame") == "quoting" and hit.end <= at and scene.low[at - 1 : at + 1] == has["closes"].split():
            return True
    return False


def _said_by_many(scene: Scene, hit: Hit) -> bool:
    """`Witnesses claim people …`: a noun for several who speak at the head of the sentence, and a verb without an ending."""
    several = scene.sentence.of["collective"]
    many = bool(several) and any(h.start == 0 and h.end == hit.start for h in several)
    return many and not scene.low[hit.start].endswith("s")


def _group_start(scene: Scene, at: int) -> int:
    """Back over auxiliaries and adverbs, and over `continued to`."""
    g, low = scene.grammar, scene.low
    while at and low[at - 1] in g.auxiliaries:
        at -= 1
    if at > 1 and low[at - 1] in g.infinitives and low[at - 2] in g.catenatives:
        at -= 2
        while at and low[at - 1] in g.auxiliaries:
            at -= 1
    return at


def _is_passive(scene: Scene, first: int, hit: Hit) -> bool:
    """`was told`: whoever is named first says nothing."""
    return not scene.low[hit.start].endswith("ing") and not scene.grammar.passives.isdisjoint(
        scene.low[first : hit.start]
    )


def _goes_on(scene: Scene, first: int, hit: Hit, before: Frame | None) -> bool:
    """Whether the speaker is that of the frame before: `…, adding that`, `… and warned that`."""
    at_break = first == 0 or scene.low[first - 1] in BREAKS or bool(scene.quoted[first - 1])
    if at_break and _is_participle(scene, hit, before):
        return True
    joined = first > 0 and (
        scene.low[first - 1] in scene.grammar.joins or scene.low[first - 1] in scene.grammar.participles
    )
    return before is not None and first > before.cue[1] and joined


def _is_participle(scene: Scene, hit: Hit, before: Frame | None) -> bool:
    """`…, adding that …`; any other `-ing` goes on too where somebody has spoken in the sentence."""
    word = scene.low[hit.start]
    return word in scene.grammar.participles or (before is not None and word.endswith("ing"))


def _same_speaker(scene: Scene, hit: Hit, cue: Range) -> Frame | None:
    edge = cue[0] - (cue[0] > 0 and scene.low[cue[0] - 1] in scene.grammar.joins)
    frame = Frame(hit=hit, cue=cue, subject=None, content=None, side="right", edge=edge, same=True)
    right_content(scene, frame)
    if hit.entry.attributes.get("weak") and not frame.complement:
        return None
    return frame if frame.content else None


def _inverted(scene: Scene, first: int, hit: Hit) -> bool:
    """Whether what is said stands before the cue and the source after it."""
    if scene.grammar.verb_first:
        first = _before_day(scene, first)
    if first == 0:
        return False
    before = scene.low[first - 1]
    if scene.quoted[first - 1] and before in QUOTE_MARKS:
        return scene.speech(first - 1)
    at = past_occasion(scene, hit.end)
    spoken = first - 1
    while spoken > 0 and scene.low[spoken] in BREAKS and not scene.quoted[spoken]:
        spoken -= 1
    if before in BREAKS and scene.speech(spoken) and _may_speak(scene, at):
        return not hit.entry.attributes.get("addressee")
    if before not in BREAKS or not _may_speak(scene, at):
        return False
    if scene.grammar.verb_first and hit.entry.attributes.get("inverts"):
        return first > LEAST_CLAUSE
    return bool(hit.entry.attributes.get("inverts")) and _noun_phrase_to_end(scene, at)


def _object_first(scene: Scene, left: Range, hit: Hit) -> bool:
    """«Те же данные передал телеканал»: a word for what was said before the verb, whoever says it behind."""
    if not account_alone(scene, left):
        return False
    right = subject_right(scene, hit.end)
    return right is not None and any(h.start == right[0] and h.entry.category in SPEAKING for h in scene.sentence.hits)


def _before_day(scene: Scene, at: int) -> int:
    """«…, 18 июля сообщает газета»: back over a day between the comma and the verb."""
    first = at
    while first and (scene.time(first - 1) or scene.low[first - 1].isdigit()):
        first -= 1
    return first if first and scene.low[first - 1] == "," else at


def _may_speak(scene: Scene, at: int) -> bool:
    """Whether a noun phrase may begin here: no mark, no quotation, no word that leads a content in."""
    if at >= scene.end or scene.speech(at) or scene.low[at] in BREAKS:
        return False
    return scene.low[at] not in scene.grammar.complementisers and scene.low[at] not in scene.grammar.abouts


def _noun_phrase_to_end(scene: Scene, at: int) -> bool:
    """Whether a short noun phrase that may speak follows and ends the clause: `…, said the ministry`."""
    subject = subject_right(scene, at)
    if subject is None or (subject[1] - subject[0] > SHORT_SUBJECT and not _long(scene, at, subject)):
        return False
    if not scene.grammar.finite.isdisjoint(scene.low[slice(*subject)]) or _suffers(scene, subject):
        return False
    headed = any(h.start == at and h.entry.category in SPEAKING for h in scene.hits)
    if not (headed or scene.capital(at) or scene.low[at] in scene.grammar.determiners):
        return False
    if scene.capital(at) and not headed and not is_name(scene, scene.hits, at, _name_end(scene, subject)):
        return False
    end = next((i for i in range(subject[1], scene.end) if scene.low[i] in BREAKS), scene.end)
    if not scene.grammar.complementisers.isdisjoint(scene.low[subject[1] : end]):
        return False
    return end == subject[1] or _is_occasion(scene, subject[1], end)


def _suffers(scene: Scene, subject: Range) -> bool:
    """`Jane Roe, the mayor, said five people died`: whether the phrase ends in what happened to those whom it counts."""
    first, last = subject
    return any(h.end == last and h.start > first + 1 for h in scene.sentence.of["measure"])


def _long(scene: Scene, at: int, subject: Range) -> bool:
    """Whether a phrase may be long: a name, or a post with its office, `the head of the rescue service of the province, Jane Roe`."""
    return scene.capital(at) or (subject[1] - at <= 2 * SHORT_SUBJECT and headed_by(scene, at, "role"))


def _name_end(scene: Scene, subject: Range) -> int:
    """`Jane Roe of the rescue service`, `Jane Roe, head of the council`: where a name of two words at least ends before what she is."""
    first, last = subject
    if not scene.grammar.affiliation_first:
        return last
    links = scene.grammar.office_links
    return next((i for i in range(first + 2, last) if scene.low[i] == "," or scene.low[i] in links), last)


def _is_occasion(scene: Scene, first: int, last: int) -> bool:
    """`on Friday`, `in a statement`, `at a news conference in the capital`: nothing that is said."""
    g = scene.grammar
    if scene.low[first] in g.relatives or scene.low[first] in g.demonstratives or scene.time(first):
        return True
    named = any(scene.time(i) or scene.low[i] in g.circumstances for i in range(first, last))
    return scene.low[first] in g.prepositions and (named or last - first <= SHORT_OCCASION)


SHORT_OCCASION = 4
"""A phrase of so few words behind a source is a place or a time."""


SPEAKING = frozenset({"role", "organisation", "medium", "collective", "unnamed", "rank", "document"})


def _reversed(scene: Scene, hit: Hit, first: int) -> Frame | None:
    subject = subject_right(scene, hit.end)
    if subject is None:
        return None
    frame = Frame(hit=hit, cue=(hit.start, hit.end), subject=subject, content=None, side="left", edge=first)
    told = told_medium(scene, hit.end) if scene.grammar.verb_first else 0
    frame.addressee = (hit.end, told) if told else None
    return frame if left_content(scene, frame) else None


def _with_content(scene: Scene, frame: Frame) -> Frame | None:
    """Content on the left where the attribution closes the clause, else on the right."""
    if _closes_the_clause(scene, frame) and left_content(scene, frame):
        _around(scene, frame)
        return frame
    right_content(scene, frame)
    if frame.content is None and frame.quotation is None:
        _object_before(scene, frame)
    if frame.content is None and frame.quotation is None:
        frame.side = "out"
        return frame if ":" in scene.low[scene.end :] else None
    if frame.hit.entry.attributes.get("weak") and not frame.complement and frame.quotation is None:
        return frame if _has(scene, frame.subject, "document") else None
    if frame.hit.entry.attributes.get("claim") and not _about_a_claim(scene, frame):
        return None
    if frame.hit.entry.attributes.get("counted") and not _of_a_toll(scene, frame):
        return None
    return frame


def _around(scene: Scene, frame: Frame) -> None:
    """`During his years in office, X said, most came to agree`: what is said goes on behind the attribution."""
    g, low = scene.grammar, scene.low
    at = frame.cue[1]
    while at < scene.end and low[at] not in BREAKS:
        at += 1
    if (
        frame.quotation is not None
        or frame.content is None
        or at + 2 >= scene.end
        or low[at] != ","
        or scene.quoted[at + 1]
    ):
        return
    if (
        low[at + 1] in g.participles
        or low[at + 1] in g.relatives
        or low[at + 1] in g.contrasts
        or any(v > at for v in scene.verbs)
    ):
        return
    if not g.affiliation_first or (low[at + 1] in g.joins and low[at + 1] not in g.links):
        return
    rest = kept(scene, at + 1, scene.end)
    introduced = low[frame.content[0]] in g.introductions and g.finite.isdisjoint(low[slice(*frame.content)])
    if introduced and rest is not None:
        frame.content = rest
    else:
        frame.more = rest


def _has(scene: Scene, tokens: Range | None, *categories: str) -> bool:
    """Whether a range holds a word of these categories."""
    return tokens is not None and any(
        h.entry.category in categories and tokens[0] <= h.start < tokens[1] for h in scene.hits
    )


def _about_a_claim(scene: Scene, frame: Frame) -> bool:
    """Whether what is withdrawn is a statement or a figure, not an ambassador or a licence."""
    if frame.content is None:
        return frame.quotation is not None
    if frame.hit.entry.attributes.get("object"):
        first = frame.content[0]
        return any(first <= h.start < first + NEAR_OBJECT for h in scene.sentence.of["claim"])
    if frame.hit.entry.attributes["act"] == "withdraws":
        return _counts_told(scene, frame.content)
    return _has(scene, frame.content, "claim") or any(scene.low[i][:1].isdigit() for i in range(*frame.content))


def _counts_told(scene: Scene, content: Range) -> bool:
    """Whether a word for what was said stands before any number or is what it counts, or whether the number is one of the dead or of nothing told: no officers."""
    first, last = content
    said = next((h.start for h in scene.sentence.of["claim"] if first <= h.start < last), last)
    digit = next((i for i in range(first, last) if scene.low[i][:1].isdigit()), last)
    if said < digit or digit == last:
        return said < last
    near = min(digit + NEAR_OBJECT, last)
    counted = said < near or any(digit < h.start < near for h in scene.sentence.of["measure"])
    return counted or digit + 1 >= last or scene.low[digit + 1] in BREAKS


NEAR_OBJECT = 4
"""`its earlier post`: a word for what was said is one of so many words behind the verb."""


def _of_a_toll(scene: Scene, frame: Frame) -> bool:
    """Whether it is a count of people that is raised or lowered, not tariffs."""
    first, last = frame.content or (0, 0)
    return any(first <= h.start < last for h in scene.sentence.of["measure"])


def _object_before(scene: Scene, frame: Frame) -> None:
    """«В МЧС это отрицают»: what is denied as a pronoun before the verb."""
    start = frame.subject[1] if frame.subject else frame.cue[0]
    at = next((i for i in range(start, frame.cue[0]) if scene.low[i] in scene.grammar.objects), None)
    if at is not None:
        account = any(h.start == at + 1 and h.end == frame.cue[0] for h in scene.sentence.of["account"])
        frame.content = (at, frame.cue[0] if account else at + 1)


def _closes_the_clause(scene: Scene, frame: Frame) -> bool:
    """Whether what is said stands before the attribution and nothing is said after it."""
    before = frame.edge - 1
    while before >= 0 and scene.low[before] in BREAKS and not scene.quoted[before]:
        before -= 1
    if before < 0:
        return False
    if scene.speech(before):
        at = frame.cue[1]
        if at < scene.end and (scene.low[at] in scene.grammar.complementisers or scene.low[at] == ":"):
            return False
        return begins_clause(scene, before) or closes(scene, past_addressee(scene, frame))
    return LEAST_CLAUSE <= before + 1 < frame.edge and closes(scene, past_addressee(scene, frame))
