---
channel: email
layout: layout-mail
language: en
from: owner
subject: Three questions that decide whether solar pays<#if lead.company??> at ${lead.company}</#if>
preheader: Three short answers save you a site visit that leads nowhere.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

<#if lastConversation?? && lastConversation.agreed??>
when we spoke on ${lastConversation.on} we agreed: ${lastConversation.agreed}. These three questions bring us there faster.
<#else>
before anybody climbs on a roof, three questions tell us nearly all<#if lead.company??> about ${lead.company}</#if>:
</#if>

1. Do you use most of your power between nine and four? Then the roof supplies it directly. If not, it is the battery that decides.

2. Does the roof have twenty years left in it? If it is due in five, we do both at once and put up one scaffold instead of two.

3. Is the roof yours? If you rent, there is a contract that your landlord can sign in good conscience. I can send it to you.

Reply with "1 yes, 2 no, 3 yes", or whatever is true. I will tell you which system fits, or that you had better wait.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<#if lastConversation?? && lastConversation.agreed??>
<p>when we spoke on ${lastConversation.on} we agreed: ${lastConversation.agreed}. These three questions bring us there faster.</p>
<#else>
<p>before anybody climbs on a roof, three questions tell us nearly all<#if lead.company??> about ${lead.company}</#if>:</p>
</#if>
<ol>
<li><b>Do you use most of your power between nine and four?</b> Then the roof supplies it directly. If not, it is the battery that decides.</li>
<li><b>Does the roof have twenty years left in it?</b> If it is due in five, we do both at once and put up one scaffold instead of two.</li>
<li><b>Is the roof yours?</b> If you rent, there is a contract that your landlord can sign in good conscience. I can send it to you.</li>
</ol>
<p><b>Reply with “1 yes, 2 no, 3 yes”</b>, or whatever is true. I will tell you which system fits, or that you had better wait.</p>
