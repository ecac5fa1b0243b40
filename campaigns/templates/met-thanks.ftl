---
channel: email
layout: layout-mail
language: en
from: owner
subject: What we talked about, and what happens next
preheader: In writing, so that neither of us has to rely on memory.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

thank you for the conversation<#if lead.attributes.fair??> at ${lead.attributes.fair}</#if>.

<#if lastConversation?? && lastConversation.agreed??>
What I wrote down: ${lastConversation.agreed}. That stands, and it is in my calendar. If you remember it differently, reply with one line and I will put it right.
<#elseif lead.attributes.interest??>
What I wrote down: ${lead.attributes.interest}. If there was more to it, reply with one line, and I will begin there.
<#else>
So that you know whom you have talked to: I look after solar roofs for firms, from the first sum to the day the system is switched on. If there was one thing you wanted to know, reply with it, and I will begin there.
</#if>

<#if lead.phone??>
I will ring you in the next two or three days. Have your last annual electricity bill at hand, and ten minutes are enough to tell whether a solar roof pays<#if lead.company??> for ${lead.company}</#if>.
<#else>
I have no phone number of yours. Send me one with a time that suits you, and have your last annual electricity bill at hand: ten minutes are enough to tell whether a solar roof pays<#if lead.company??> for ${lead.company}</#if>.
</#if>
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>thank you for the conversation<#if lead.attributes.fair??> at ${lead.attributes.fair}</#if>.</p>
<#if lastConversation?? && lastConversation.agreed??>
<p>What I wrote down: <b>${lastConversation.agreed}</b>. That stands, and it is in my calendar. If you remember it differently, reply with one line and I will put it right.</p>
<#elseif lead.attributes.interest??>
<p>What I wrote down: <b>${lead.attributes.interest}</b>. If there was more to it, reply with one line, and I will begin there.</p>
<#else>
<p>So that you know whom you have talked to: I look after solar roofs for firms, from the first sum to the day the system is switched on. If there was one thing you wanted to know, <b>reply with it</b>, and I will begin there.</p>
</#if>
<#if lead.phone??>
<p>I will ring you in the next two or three days. Have your last annual electricity bill at hand, and ten minutes are enough to tell whether a solar roof pays<#if lead.company??> for ${lead.company}</#if>.</p>
<#else>
<p>I have no phone number of yours. Send me one with a time that suits you, and have your last annual electricity bill at hand: ten minutes are enough to tell whether a solar roof pays<#if lead.company??> for ${lead.company}</#if>.</p>
</#if>
