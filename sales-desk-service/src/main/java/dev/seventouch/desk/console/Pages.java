package dev.seventouch.desk.console;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Fills the templates beside this class. All that is filled in is escaped, as the templates are {@code .ftlh}. */
final class Pages {
    private final Configuration templates;

    Pages() {
        templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setTemplateLoader(new ClassTemplateLoader(Pages.class, ""));
        templates.setDefaultEncoding("UTF-8");
        templates.setLocale(Locale.UK);
        templates.setNumberFormat("computer");
        templates.setLocalizedLookup(false);
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
    }

    /** @param model what the template shows; a record whose components are its variables */
    String fill(String template, Record model) {
        StringWriter page = new StringWriter(8192);
        try {
            templates.getTemplate(template + ".ftlh").process(model, page);
        } catch (TemplateException e) {
            throw new IllegalStateException("the page " + template + " can't be filled", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }
}
