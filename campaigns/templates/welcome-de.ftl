---
# "welcome" for those who read German.
channel: email
layout: layout-mail-de
language: de
from: owner
subject: Solarstrom<#if lead.company??> für ${lead.company}</#if>: zwei Zahlen, und Sie haben eine Antwort
preheader: Schicken Sie mir beide, und Sie bekommen eine Rechnung, die Sie Zeile für Zeile prüfen können.
---
=== text
${(owner.greeting)!"Guten Tag"}<#if lead.name??> ${lead.name}</#if>,

Sie haben nach <#if lead.attributes.interest??>„${lead.attributes.interest}“<#else>Solarstrom<#if lead.company??> für ${lead.company}</#if></#if> gefragt. Vielen Dank dafür. Ich kümmere mich hier darum, von der ersten Rechnung bis zu dem Tag, an dem die Anlage ans Netz geht.
<#if lead.referrer??>

${lead.referrer} hat Sie zu uns geschickt. Das ist uns mehr wert als jede Anzeige, und wir wollen es verdienen.
</#if>

Zwei Zahlen genügen mir, um Ihnen zu sagen, ob es sich lohnt:

1. Die Kilowattstunden, die Sie im letzten Jahr verbraucht haben. Sie stehen auf der letzten Seite Ihrer Jahresrechnung.
2. Die Größe Ihres Daches, ungefähr. Länge mal Breite reicht.

Antworten Sie mit beiden, und Sie bekommen eine Seite zurück: was eine Anlage dieser Größe kostet, was sie im Jahr einbringt und wann sie sich bezahlt gemacht hat. Lohnt es sich nicht, sage ich Ihnen auch das.

<#if lead.phone??>
In den nächsten Tagen rufe ich Sie außerdem unter der Nummer an, die Sie angegeben haben. Das dauert drei Minuten, dann wissen wir beide, wie es weitergeht.
<#else>
Wenn Sie lieber sprechen, schicken Sie mir Ihre Nummer und eine Zeit, die Ihnen passt.
</#if>
=== html
<p>${(owner.greeting)!"Guten Tag"}<#if lead.name??> ${lead.name}</#if>,</p>
<p>Sie haben nach <#if lead.attributes.interest??>„${lead.attributes.interest}“<#else>Solarstrom<#if lead.company??> für ${lead.company}</#if></#if> gefragt. Vielen Dank dafür. Ich kümmere mich hier darum, von der ersten Rechnung bis zu dem Tag, an dem die Anlage ans Netz geht.</p>
<#if lead.referrer??>
<p>${lead.referrer} hat Sie zu uns geschickt. Das ist uns mehr wert als jede Anzeige, und wir wollen es verdienen.</p>
</#if>
<p>Zwei Zahlen genügen mir, um Ihnen zu sagen, ob es sich lohnt:</p>
<ol>
<li><b>Die Kilowattstunden, die Sie im letzten Jahr verbraucht haben.</b> Sie stehen auf der letzten Seite Ihrer Jahresrechnung.</li>
<li><b>Die Größe Ihres Daches, ungefähr.</b> Länge mal Breite reicht.</li>
</ol>
<p><b>Antworten Sie mit beiden,</b> und Sie bekommen eine Seite zurück: was eine Anlage dieser Größe kostet, was sie im Jahr einbringt und wann sie sich bezahlt gemacht hat. Lohnt es sich nicht, sage ich Ihnen auch das.</p>
<#if lead.phone??>
<p>In den nächsten Tagen rufe ich Sie außerdem unter der Nummer an, die Sie angegeben haben. Das dauert drei Minuten, dann wissen wir beide, wie es weitergeht.</p>
<#else>
<p>Wenn Sie lieber sprechen, schicken Sie mir Ihre Nummer und eine Zeit, die Ihnen passt.</p>
</#if>
