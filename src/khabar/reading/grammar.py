"""The small words of a language, as sets: what a phrase may begin with, and where it ends.

They stand in `language/<code>/grammar.toml`, one list a kind. They are looked up only near a cue, so they are no lexicon entries.
"""

import functools

import msgspec
from msgspec.structs import replace

from khabar.language.base import language

EMPTY: frozenset[str] = frozenset()
MARKS = frozenset("()[];:–—|-\"“”„«»‟‘’‹›'`")
"""Brackets, hard breaks and quotation marks."""


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """The word lists of `[grammar]`; every word is in lower case.

    Attributes:
        complementisers: what leads a reported clause in (that, bahwa, что).
        openers: words that begin a new clause, so that a subject cannot reach across them (but, when, karena, когда).
        leads: words at the head of a sentence that are no part of its subject (however, sementara, также).
        introductions: words with which an introductory phrase before the subject begins (in, dalam, по).
        modifiers: words after a name that begin what is no part of it (who, yang, saat, в).
        auxiliaries: words between subject and cue that belong to the verb (has, telah, уже).
        adverbs: words between subject and cue, or after the cue, that belong to neither.
        pronouns: pronouns that a source may be.
        relatives: relative pronouns that may be the subject of a cue (who, который).
        determiners: words that begin a noun phrase.
        links: words inside names and noun phrases that do not end them (of, dan, bin, де).
        prepositions: words that begin a phrase of circumstances after the cue (on, in, pada, kepada, в).
        times: names of days and months and words for days.
        joins: words that begin a second clause after a comma (and, but, sementara, а).
        makers, made: `by`, `count`: the word that leads to who made something, and what is made so as a source.
        noun_before: words after which a cue is no verb of its own (the, of, to, untuk).
        homographs: cues that are nouns as well (claims, plan); verbs only before what a verb takes.
        catenatives, infinitives: `continued`, `to`: verbs that carry a cue with them, and the word between.
        passives: auxiliaries after which a participle is passive (was).
        finite: verbs that no noun phrase holds (is, would).
        objects: pronouns that stand before the verb as what is denied (это отрицают).
        abouts: prepositions that lead in what is spoken of (сообщил о …).
        provided: how participles begin for what somebody gave (опубликованным).
        givers: prepositions before whoever something was got from (полученным от).
        oblique: relatives in a case in which they are no subject (которую).
        moments: words for a time or a stage before a verb, who never speak (на данный момент).
        addressees: words before a verb of saying for whoever is told (корреспонденту).
        located: prepositions with which an office as the subject stands (сообщили в …, в … уточнили).
        platforms: where things are published, between a verb and its subject (Facebook).
        attached: prepositions that hang something on a common noun (a man with a shovel).
        circumstances: nouns that tell how something was said, never who (in a statement).
        of_many: what follows a number word in a noun phrase (один из …).
        possessives: pronouns before what they own (his claim).
        ages: words that begin an age behind a name (berumur).
        topics: what an office sees to, behind one of post_links (служба по чрезвычайным ситуациям).
        belonging: prepositions between a person and the office that he belongs to (Captain Roe of the police).
        pointing: relatives behind a preposition that point back at what was said (…, о чём сообщил мэр).
        contrasts: words that set the outlet's own clause against a reported one (sedangkan, однако).
        companions: words before somebody who is only there as well (bersama, didampingi, saat).
        styling: words between a relative pronoun and the post that it gives somebody (yang juga menjabat).
        singulars: determiners of one human being (seorang).
        existentials: words that lead in what there is, right behind a day (mencatat saat ini ada 40 orang).
        amends: words behind a comma that lead the old or new number of a correction in (dari, menjadi, bukan).
        demonstratives: words behind a noun that belong to it (lembaga itu).
        thats: complementisers that bring nothing of their own: that, bahwa.
        office_links: small words between a post and its office: head of the institute.
        name_parts: small words inside a person's name: bin, van.
        name_titles: titles that are also small words and belong to the name.
        agents: prepositions after which a participle is no verb of its own (posted by, reported on).
        negations: words that deny the verb (not, tidak, не).
        nominatives: pronouns that are the whole subject wherever they stand directly before a cue.
        both_cues: whether a chain keeps the cue of relay and utterer (передаёт … со ссылкой на).
        comma_opens: whether a comma behind a verb of saying leads in what is said (mengatakan, …).
        affiliation_first: whether the office stands before the post (health ministry spokesman).
        office_in_genitive: whether all that follows a post is its office (глава МЧС).
        title_with_name: whether a bare title and a single name are one name (Presiden Jokowi).
        rank_is_role: whether a rank before a name is part of the role, not of the name.
        auxiliaries_in_cue: whether `has said` is the cue, or `said` alone.
        office_words: words inside the names of offices, posts and places, with which no person's name begins.
        place_heads: words before the name of a place (kabupaten, district, город).
        post_words: words with a capital that belong to a post, not to the name of an office (utama, umum, bidang).
        given: words of persons' names; office: words of the names of offices and places; both from `names.toml`.
        reflexives: endings that make another verb of a stem (подтвердил, подтвердился).
        adjective_endings: endings of adjectives that stand before a post (главный врач).
        calling_endings: how a calling ends that no lexicon has, where that tells (baker, novelist); none: any word may be one.
        verb_endings, verb_beginnings: the shape of a verb that no lexicon has (sobbed, съязвил, menggerutu).
        named_after: words behind which a name belongs to an office (больница имени …).
        labels: words before a colon or behind a dash that say what stands there, not who says it (correction, photo, editor).
        heading: verbs by which a relative clause gives somebody an office (who heads the rescue service).
        branches: branches of service behind a rank (Kolonel Inf).
        post_links: prepositions inside a post (заместитель по …).
        name_endings: endings of persons' names.
        dash_speech: whether a dash at the head of a paragraph opens direct speech.
        verb_first: whether the verb may stand before its subject without quotation marks (…, сообщил мэр).
        clitics: whether a verb may carry its speaker as an ending (katanya).
        complementiser_in_content: whether `that` is counted to what is said.
        participles: words that go on with the same speaker after a comma (adding, saying).
        turns: openers and marks, at which a clause may begin or end; made of the rest.
        small: words of grammar that no calling has; made of the rest.
        halts: modifiers, times and marks, at which a noun phrase may end; made of the rest.
    """

    complementisers: frozenset[str] = EMPTY
    openers: frozenset[str] = EMPTY
    leads: frozenset[str] = EMPTY
    introductions: frozenset[str] = EMPTY
    modifiers: frozenset[str] = EMPTY
    auxiliaries: frozenset[str] = EMPTY
    adverbs: frozenset[str] = EMPTY
    pronouns: frozenset[str] = EMPTY
    relatives: frozenset[str] = EMPTY
    determiners: frozenset[str] = EMPTY
    links: frozenset[str] = EMPTY
    prepositions: frozenset[str] = EMPTY
    times: frozenset[str] = EMPTY
    joins: frozenset[str] = EMPTY
    participles: frozenset[str] = EMPTY
    makers: frozenset[str] = EMPTY
    made: frozenset[str] = EMPTY
    noun_before: frozenset[str] = EMPTY
    homographs: frozenset[str] = EMPTY
    catenatives: frozenset[str] = EMPTY
    infinitives: frozenset[str] = EMPTY
    passives: frozenset[str] = EMPTY
    finite: frozenset[str] = EMPTY
    objects: frozenset[str] = EMPTY
    abouts: frozenset[str] = EMPTY
    located: frozenset[str] = EMPTY
    addressees: frozenset[str] = EMPTY
    provided: tuple[str, ...] = ()
    givers: frozenset[str] = EMPTY
    oblique: frozenset[str] = EMPTY
    moments: frozenset[str] = EMPTY
    platforms: frozenset[str] = EMPTY
    attached: frozenset[str] = EMPTY
    circumstances: frozenset[str] = EMPTY
    of_many: frozenset[str] = EMPTY
    possessives: frozenset[str] = EMPTY
    ages: frozenset[str] = EMPTY
    pointing: frozenset[str] = EMPTY
    topics: frozenset[str] = EMPTY
    belonging: frozenset[str] = EMPTY
    contrasts: frozenset[str] = EMPTY
    companions: frozenset[str] = EMPTY
    styling: frozenset[str] = EMPTY
    singulars: frozenset[str] = EMPTY
    existentials: frozenset[str] = EMPTY
    amends: frozenset[str] = EMPTY
    demonstratives: frozenset[str] = EMPTY
    agents: frozenset[str] = EMPTY
    thats: frozenset[str] = EMPTY
    office_links: frozenset[str] = EMPTY
    name_parts: frozenset[str] = EMPTY
    name_titles: frozenset[str] = EMPTY
    negations: frozenset[str] = EMPTY
    nominatives: frozenset[str] = EMPTY
    office_words: frozenset[str] = EMPTY
    place_heads: frozenset[str] = EMPTY
    named_after: frozenset[str] = EMPTY
    heading: frozenset[str] = EMPTY
    labels: frozenset[str] = EMPTY
    branches: frozenset[str] = EMPTY
    post_words: frozenset[str] = EMPTY
    given: frozenset[str] = EMPTY
    office: frozenset[str] = EMPTY
    reflexives: tuple[str, ...] = ()
    post_links: frozenset[str] = EMPTY
    name_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    calling_endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    verb_beginnings: tuple[str, ...] = ()
    turns: frozenset[str] = EMPTY
    small: frozenset[str] = EMPTY
    halts: frozenset[str] = EMPTY
    dash_speech: bool = False
    verb_first: bool = False
    clitics: bool = False
    comma_opens: bool = False
    perfects: frozenset[str] = frozenset()
    affiliation_first: bool = False
    both_cues: bool = False
    office_in_genitive: bool = False
    rank_is_role: bool = False
    title_with_name: bool = False
    auxiliaries_in_cue: bool = False
    complementiser_in_content: bool = False


@functools.cache
def grammar(code: str) -> Grammar:
    """The small words of a language."""
    facts = language(code).facts
    made = msgspec.convert(facts.get("grammar", {}) | facts.get("names", {}), Grammar)
    halts = made.modifiers | made.times | MARKS | frozenset(",.!?…")
    return replace(made, turns=made.openers | MARKS, small=_small(made), halts=halts)


def _small(g: Grammar) -> frozenset[str]:
    return frozenset().union(
        g.prepositions,
        g.links,
        g.leads,
        g.openers,
        g.modifiers,
        g.finite,
        g.auxiliaries,
        g.pronouns,
        g.complementisers,
        g.joins,
        g.times,
    )
