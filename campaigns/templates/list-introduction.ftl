---
# To somebody who never asked: where the address is from and the way out come first, then one question.
channel: email
layout: layout-mail
language: en
from: owner
subject: One question about the roof<#if lead.company??> of ${lead.company}</#if>
preheader: Where I have your address from, and how to be off our list.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

you did not ask for this mail, so first things first.

Your address comes from <#if lead.attributes.list??>this list: ${lead.attributes.list}<#else>a list of firms that we hold; reply "which list?" and I will tell you which</#if>. If you would rather not hear from us, one click takes you off for good:
${links.unsubscribe}

We build solar roofs for firms: halls, workshops, barns<#if lead.city??>, also around ${lead.city}</#if>. Whether one pays depends first on something that you know and I don't:

In which year was your roof last renewed?

Reply with the year. If the roof is due soon, I will tell you what to do before anybody sells you a panel. If it is sound, you get one page back: what a system would cost, what it would bring in a year, and when it has paid for itself.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>you did not ask for this mail, so first things first.</p>
<p>Your address comes from <#if lead.attributes.list??>this list: ${lead.attributes.list}<#else>a list of firms that we hold; reply “which list?” and I will tell you which</#if>. If you would rather not hear from us, <a href="${links.unsubscribe}">one click takes you off for good</a>.</p>
<p>We build solar roofs for firms: halls, workshops, barns<#if lead.city??>, also around ${lead.city}</#if>. Whether one pays depends first on something that you know and I don’t:</p>
<p><b>In which year was your roof last renewed?</b></p>
<p>Reply with the year. If the roof is due soon, I will tell you what to do before anybody sells you a panel. If it is sound, you get one page back: what a system would cost, what it would bring in a year, and when it has paid for itself.</p>
