package dev.seventouch.mailer.lint;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A phrase that says nothing but "I want something from you".
 *
 * @param words matched regardless of case, of the kind of apostrophe and of line breaks
 */
record FillerPhrase(Pattern words, String why, String instead) {

    private static final String NO_REASON = "it gives the reader no reason to read on";
    private static final String BLAME = "it blames the reader for not answering";
    private static final String EMPTY = "it could stand in any mail to anybody";

    static final List<FillerPhrase> ALL = List.of(
            of(
                    "(just )?checking[ -]in",
                    NO_REASON,
                    "begin with what has changed: a price, a rule, a date, a project like theirs"),
            of("(just|only|quickly) following up", NO_REASON, "name the last conversation and what was agreed in it"),
            of(
                    "(just )?(wanted to|want to|a quick) follow[ -]up",
                    NO_REASON,
                    "say what you bring that they did not have last time"),
            of("touch(ing)? base", NO_REASON, "say what you need to know from each other, and by when"),
            of("reach(ing|ed)? out", EMPTY, "say what you are writing about"),
            of("circl(e|ing) back", NO_REASON, "pick up the open point by its name"),
            of(
                    "(did|have) you (see|seen|get|got|read|receive|received)( to read)? my (last |previous |earlier )?((e-?)?mail|message|note|letter)",
                    BLAME,
                    "give the news again in one sentence; they may never have had it"),
            of("(as )?per my last ((e-?)?mail|message)", BLAME, "repeat the point in one sentence"),
            of(
                    "(haven[’']t|have not) heard (back )?from you",
                    BLAME,
                    "give a new reason to answer, or a date on which you will call"),
            of("bump(ing)? this", BLAME, "write a mail that is worth its place at the top"),
            of("top of your inbox", BLAME, "write a mail that is worth its place there"),
            of(
                    "hope (this|my) ((e-?)?mail|message|note|letter) finds you( well)?",
                    EMPTY,
                    "begin with them: what they asked, or what happened in their trade"),
            of(
                    "hope (you are|you[’']re) (doing )?well",
                    EMPTY,
                    "begin with them: what they asked, or what happened in their trade"),
            of("pick(ing)? your brain", NO_REASON, "ask the one question that you have"),
            of("just a (quick |friendly |gentle )?reminder", BLAME, "say what happens on which date"),
            of("(quick|gentle|friendly) (nudge|ping)", BLAME, "give a new reason to answer"),
            of(
                    "any (updates|thoughts)( on this)?\\s*\\?",
                    NO_REASON,
                    "ask a question that can be answered in one line"),
            of(
                    "are you ready to (buy|order|sign|move forward)\\s*\\?",
                    "as the only question it is a bother; the link in the footer asks it already",
                    "give them what they need in order to decide"),
            of("at your earliest convenience", EMPTY, "name a day"),
            of("don[’']t hesitate to", EMPTY, "say how you are reached and until when"),
            of(
                    "(synergy|synergies|win[ -]win|game[ -]chang(er|ing)|cutting[ -]edge|revolutionary)",
                    EMPTY,
                    "give the number that makes it true"));

    private static FillerPhrase of(String words, String why, String instead) {
        String loose = words.replace("[ -]", "[\\s-]+").replace(" ", "\\s+");
        return new FillerPhrase(Pattern.compile("(?i)\\b" + loose + "(?!\\w)"), why, instead);
    }
}
