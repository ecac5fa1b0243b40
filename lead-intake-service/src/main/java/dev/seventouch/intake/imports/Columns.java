package dev.seventouch.intake.imports;

import dev.seventouch.intake.lead.Agreement;
import dev.seventouch.intake.lead.Facts;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.service.web.BadRequest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of a list mean. */
final class Columns {
    private static final String MAP = "map";

    /** Headings as spreadsheets in English, German, French and Spanish have them, without capitals, accents and signs. */
    private static final Map<String, String> HEADINGS = headings(Map.ofEntries(
            Map.entry("email", "email mail emailaddress emailadresse courriel adressemail correo correoelectronico"),
            Map.entry("name", "name fullname contact contactname ansprechpartner nomcomplet nombrecompleto"),
            Map.entry(Facts.FIRST_NAME, "firstname givenname vorname prenom nombre"),
            Map.entry(Facts.LAST_NAME, "lastname surname familyname nachname familienname nom apellido apellidos"),
            Map.entry(
                    "phone",
                    "phone phonenumber telephone tel mobile mobilephone cell cellphone telefon telefonnummer handy mobil"
                            + " portable telefono movil"),
            Map.entry(
                    "company",
                    "company companyname organization organisation firma unternehmen societe entreprise empresa"),
            Map.entry("street", "street address address1 streetaddress strasse adresse rue calle direccion"),
            Map.entry("postalCode", "postalcode postcode zip zipcode plz postleitzahl codepostal codigopostal"),
            Map.entry("city", "city town ort stadt ville ciudad"),
            Map.entry("country", "country countrycode land pays pais"),
            Map.entry("language", "language lang sprache langue idioma"),
            Map.entry("zone", "zone timezone zeitzone"),
            Map.entry("referrer", "referrer referredby empfohlenvon"),
            Map.entry("value", "value dealvalue wert"),
            Map.entry("consent.wording", "consentwording"),
            Map.entry("consent.basis", "consentbasis"),
            Map.entry("consent.version", "consentversion"),
            Map.entry("consent.at", "consentat consentdate"),
            Map.entry(
                    "notes",
                    "notes note comment comments kommentar kommentare commentaire commentaires comentario comentarios"
                            + " notiz notizen remark remarks bemerkung bemerkungen anmerkung anmerkungen remarque remarques"
                            + " nota notas observacion observaciones")));

    private Columns() {}

    private static Map<String, String> headings(Map<String, String> byTarget) {
        Map<String, String> headings = new LinkedHashMap<>();
        byTarget.forEach(
                (target, names) -> Arrays.stream(names.split(" ", -1)).forEach(name -> headings.put(name, target)));
        return headings;
    }

    /**
     * The meaning of each column: as given, else as its heading tells, else an attribute of that name.
     *
     * @param given each {@code COLUMN=TARGET}
     * @throws BadRequest if what is given can't be, or no column tells who a lead is
     */
    static List<String> mapping(List<String> columns, List<String> given) {
        Map<String, String> wished = wished(columns, given);
        Set<String> taken = new HashSet<>(wished.values());
        List<String> mapping = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i).strip();
            String target = wished.get(column);
            if (target == null) {
                String told = HEADINGS.get(plain(column));
                target = told != null && taken.add(told) ? told : attribute(column, i);
            }
            mapping.add(target);
        }
        requireWho(mapping, columns);
        return mapping;
    }

    private static Map<String, String> wished(List<String> columns, List<String> given) {
        Map<String, String> wished = new LinkedHashMap<>();
        for (String each : given) {
            int equals = each.lastIndexOf('=');
            String column = equals < 0 ? each : each.substring(0, equals).strip();
            String named = equals < 0 ? "" : each.substring(equals + 1).strip();
            if (columns.stream().noneMatch(name -> name.strip().equals(column))) {
                throw new BadRequest(MAP, "names a column that the first row doesn't; write it as COLUMN=FIELD");
            }
            String target = Facts.target(named)
                    .orElseThrow(
                            () -> new BadRequest(MAP, "names a field that isn't one; there are " + Facts.targets()));
            if (Facts.isOne(target) && wished.containsValue(target)) {
                throw new BadRequest(MAP, "names the field " + target + " for more than one column");
            }
            wished.put(column, target);
        }
        return wished;
    }

    private static String attribute(String column, int index) {
        return Facts.ATTRIBUTE + (column.isEmpty() ? "column " + (index + 1) : column);
    }

    private static void requireWho(List<String> mapping, List<String> columns) {
        boolean named =
                mapping.contains("name") || mapping.contains(Facts.LAST_NAME) || mapping.contains(Facts.FIRST_NAME);
        boolean addressed = mapping.contains("street") && mapping.contains("city");
        if (!mapping.contains("email") && !mapping.contains("phone") && !(named && addressed)) {
            throw new BadRequest(
                    "body",
                    "has no column that tells who a lead is: an email, a phone, or a name with street and city; its first"
                            + " row names " + shown(columns) + "; say which is which by map=COLUMN=FIELD");
        }
    }

    private static String shown(List<String> columns) {
        String all = String.join(", ", columns.subList(0, Math.min(columns.size(), 30)));
        return (all.length() > 300 ? all.substring(0, 300) + "…" : all).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    /**
     * @param row as many fields as there are columns
     * @param ofAll what all on the list agreed to, if they did
     */
    static Submission submission(
            List<String> mapping, List<String> row, String source, @Nullable Agreement ofAll, Instant at) {
        Facts facts = new Facts();
        for (int i = 0; i < mapping.size(); i++) {
            facts.add(mapping.get(i), row.get(i));
        }
        return new Submission(facts.values(), source, null, facts.consent(ofAll, source, at), facts.attributes());
    }

    /** {@code E-Mail-Adresse} is {@code emailadresse}, {@code Straße} is {@code strasse}. */
    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]", "");
    }
}
