---
# Says how often we will write from here on, and offers the way out once more in so many words.
channel: email
layout: layout-mail
language: en
from: owner
subject: How often I will write from here on, and how to stop it
preheader: Every few weeks, one thing worth knowing. Or nothing more.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

you never asked to hear from me, so you should know what to expect<#if lead.company??> at ${lead.company}</#if>.

Every six weeks or so, one mail or one card with one thing worth knowing: a rule that has changed, a sum that firms get wrong, a system that was built and what it really brought. After the first year, three or four times a year.

If that is not welcome, this ends it at once:
${links.unsubscribe}

If it is, you need do nothing. And if there is one thing you would like to know about your own roof, reply with it; I will answer that first.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>you never asked to hear from me, so you should know what to expect<#if lead.company??> at ${lead.company}</#if>.</p>
<p>Every six weeks or so, one mail or one card with one thing worth knowing: a rule that has changed, a sum that firms get wrong, a system that was built and what it really brought. After the first year, three or four times a year.</p>
<p>If that is not welcome, <a href="${links.unsubscribe}">this ends it at once</a>.</p>
<p>If it is, you need do nothing. And if there is one thing you would like to know about your own roof, <b>reply with it</b>; I will answer that first.</p>
