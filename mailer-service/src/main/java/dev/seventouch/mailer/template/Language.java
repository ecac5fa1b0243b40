package dev.seventouch.mailer.template;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.TimeZone;

/**
 * The part of FreeMarker that templates may use. Words of strangers flow through templates, and authors are not always
 * who they seem: no Java class, no file, no clock and no evaluation of words as code is within reach, and what may be
 * written is bounded (see {@link AllowedSpeech}).
 */
final class Language {

    private static final int LONGEST_MESSAGE = 300;

    private final Configuration html = configured(HTMLOutputFormat.INSTANCE);
    private final Configuration text = configured(PlainTextOutputFormat.INSTANCE);

    private static Configuration configured(OutputFormat format) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setObjectWrapper(PlainWords.WRAPPER);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateLoader(null);
        configuration.setOutputFormat(format);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_DEFAULT_AUTO_ESCAPING_POLICY);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        return configuration;
    }

    /** @throws TemplateMistake if it can't be read or says what a template may not say */
    Written html(TemplateSource.Passage passage) throws TemplateMistake {
        return compile(passage, html);
    }

    /** @throws TemplateMistake if it can't be read or says what a template may not say */
    Written text(TemplateSource.Passage passage) throws TemplateMistake {
        return compile(passage, text);
    }

    private static Written compile(TemplateSource.Passage passage, Configuration configuration) throws TemplateMistake {
        try {
            Template template = new Template(null, new StringReader(passage.words()), configuration);
            AllowedSpeech.check(template, passage);
            return new Written(passage, template);
        } catch (ParseException e) {
            throw mistake(passage, e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage());
        } catch (StackOverflowError e) {
            throw new TemplateMistake(passage.line(), passage.column(), "this is nested too deeply");
        } catch (IOException e) {
            throw new IllegalStateException("a string can always be read", e);
        }
    }

    /** A passage that can be filled. */
    record Written(TemplateSource.Passage passage, Template template) {

        /** @throws TemplateMistake if something it needs is not there, or it grows beyond all bounds */
        String filledWith(Object model) throws TemplateMistake {
            BoundedWriter out = new BoundedWriter();
            try {
                template.process(model, out);
            } catch (BoundedWriter.Full e) {
                throw mistake(passage, 1, 1, String.valueOf(e.getMessage()));
            } catch (TemplateException e) {
                throw mistake(
                        passage,
                        e.getLineNumber() == null ? 1 : e.getLineNumber(),
                        e.getColumnNumber() == null ? 1 : e.getColumnNumber(),
                        e.getMessageWithoutStackTop());
            } catch (IOException e) {
                throw new IllegalStateException("memory can always be written", e);
            }
            return out.toString();
        }
    }

    /** The place is told in terms of the whole source; the first sentence is what an author needs. */
    private static TemplateMistake mistake(TemplateSource.Passage passage, int line, int column, String message) {
        String said = message.strip()
                .replaceAll("(?s)\\s*\\n\\s*(----|Tip:|\\*\\*\\*).*", "")
                .replaceAll("\\s+", " ");
        return new TemplateMistake(
                passage.line() + Math.max(1, line) - 1,
                Math.max(1, column) + (line <= 1 ? passage.column() - 1 : 0),
                said.length() <= LONGEST_MESSAGE ? said : said.substring(0, LONGEST_MESSAGE) + "…");
    }
}
