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

    private static final String DE_NEWS =
            "beginnen Sie mit dem, was neu ist: ein Preis, eine Regel, ein Termin, ein Projekt wie das ihre";
    private static final String FR_NEWS =
            "commencez par ce qui est nouveau : un prix, une règle, une date, un projet comme le leur";
    private static final String ES_NEWS =
            "empiece por lo nuevo: un precio, una norma, una fecha, un proyecto como el suyo";

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
            of(
                    "(just |only )?(wanted|writing|emailing|calling|a note) to (check|see|ask) (in|if (you|there)|whether you|how (it|things)) ?[^.?!]*(had (a )?(chance|time)|got around|going)",
                    NO_REASON,
                    "say what you bring that they did not have last time"),
            of("touch(ed|ing)? base", NO_REASON, "say what you need to know from each other, and by when"),
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
            // German
            of("(wollte|möchte) (nur )?(mal )?(kurz )?nach(fragen|haken|fassen|hören)", NO_REASON, DE_NEWS),
            of("(nur )?(mal )?kurz (nach(fragen|haken|fassen|hören)|melden)", NO_REASON, DE_NEWS),
            of(
                    "(ich )?(komme|kommen) (kurz )?(noch ?mals? )?(auf unser Gespräch )?(auf Sie|auf dich) (zu|zurück)",
                    EMPTY,
                    DE_NEWS),
            of("(noch ?mals? |mal wieder )?in Erinnerung (rufen|bringen)", BLAME, DE_NEWS),
            of(
                    "(haben Sie|hast du) (meine|unsere) (letzte |vorherige )?(e-?mail|mail|nachricht) (schon |bereits )?(gesehen|gelesen|erhalten|bekommen)",
                    BLAME,
                    "sagen Sie das Neue noch einmal in einem Satz"),
            of(
                    "(leider )?(noch )?nichts (mehr )?von (Ihnen|dir) gehört",
                    BLAME,
                    "nennen Sie einen neuen Anlass oder einen Tag, an dem Sie anrufen"),
            of("freundliche Erinnerung", BLAME, "sagen Sie, was an welchem Tag geschieht"),
            of(
                    "ich hoffe,? (es geht (Ihnen|dir) gut|diese (e-?mail|mail|nachricht) erreicht)",
                    EMPTY,
                    "beginnen Sie mit dem Leser"),
            of("zögern Sie nicht", EMPTY, "sagen Sie, wie und bis wann Sie erreichbar sind"),
            // French
            of("je (me permets de )?(reviens|revenir) vers (vous|toi)( (suite|concernant))?", NO_REASON, FR_NEWS),
            of(
                    "je (voulais|souhaitais) (juste |simplement )?(faire un point|prendre (des|de vos) nouvelles|faire un suivi)",
                    NO_REASON,
                    FR_NEWS),
            of("(juste|simplement) (un petit|pour un) (suivi|mot|rappel)", NO_REASON, FR_NEWS),
            of("petite? relance|je (vous|te) relance", BLAME, FR_NEWS),
            of(
                    "(avez[- ]vous|as[- ]tu) (bien )?(vu|lu|reçu) (mon|notre|mes) (dernier |dernière |précédent )?(e-?mail|mail|message|courriel)",
                    BLAME,
                    "redites la nouvelle en une phrase"),
            of(
                    "(sans|pas eu de) (réponse|nouvelles) de (votre|ta) part",
                    BLAME,
                    "donnez une nouvelle raison de répondre, ou le jour de votre appel"),
            of(
                    "j[’']espère que (vous allez|tu vas|ce (message|mail|courriel)) (bien|vous trouve)",
                    EMPTY,
                    "commencez par le lecteur"),
            of("n[’']hésitez pas", EMPTY, "dites comment et jusqu’à quand on vous joint"),
            // Spanish
            of(
                    "(solo|sólo|simplemente) (quería|quiero|quisiera) (hacer (un )?seguimiento|saber cómo|retomar el contacto)",
                    NO_REASON,
                    ES_NEWS),
            of("(solo|sólo) para (hacer (un )?seguimiento|saber si|recordarle|recordarte)", NO_REASON, ES_NEWS),
            of("(le|te|les) (escribo|contacto) para (hacer (un )?seguimiento|retomar el contacto)", NO_REASON, ES_NEWS),
            of(
                    "¿?(ha|has|han) (visto|leído|recibido) mi (último |anterior )?(e-?mail|correo|mensaje)( anterior)?",
                    BLAME,
                    "repita la noticia en una frase"),
            of(
                    "(no he|no hemos) (tenido|recibido) (noticias|respuesta)",
                    BLAME,
                    "dé una razón nueva para responder, o el día en que llamará"),
            of("(un )?(pequeño |amable |cordial )recordatorio", BLAME, "diga qué pasa en qué fecha"),
            of("espero que (se encuentre|te encuentres|estés?|este (correo|mensaje)) ", EMPTY, "empiece por el lector"),
            of("no (dude|dudes) en", EMPTY, "diga cómo y hasta cuándo se le encuentra"),
            of(
                    "(synergy|synergies|win[ -]win|game[ -]chang(er|ing)|cutting[ -]edge|revolutionary)",
                    EMPTY,
                    "give the number that makes it true"));

    private static FillerPhrase of(String words, String why, String instead) {
        String loose = words.replace("[ -]", "[\\s-]+").replace(" ", "\\s+");
        return new FillerPhrase(Pattern.compile("(?iu)(?<!\\p{L})(?:" + loose + ")(?!\\p{L})"), why, instead);
    }
}
