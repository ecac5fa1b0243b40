---
# Goes to the lead's owner, the moment the lead says "ready".
channel: email
to: owner
language: en
from: house
subject: Ready to buy: <#if lead.name??>${lead.name}<#elseif lead.email??>${lead.email}<#else>a lead</#if><#if lead.company??>, ${lead.company}</#if>. Call now
preheader: <#if lead.phone??>${lead.phone}<#elseif lead.email??>${lead.email}</#if>
---
=== text
<#if owner?? && owner.firstName??>${owner.firstName}, </#if>${lead.name!"a lead"}<#if lead.company??> of ${lead.company}</#if>: ${reason}.

DO NOW
<#if lead.phone??>
Ring ${lead.phone}. The first quarter of an hour is worth more than the rest of the day.
<#elseif lead.email??>
There is no phone number. Write to ${lead.email} now and ask for one; offer two times today.
</#if>
Begin with what they want: <#if lead.attributes.interest??>${lead.attributes.interest}<#else>ask what tipped the scales</#if>.
Close with a date: the visit on the roof, or the signature.

WHO
Name:     ${lead.name!"not known"}
Company:  ${lead.company!"not known"}
Phone:    ${lead.phone!"not known"}
Email:    ${lead.email!"not known"}
City:     ${lead.city!"not known"}
Came by:  ${lead.source}<#if lead.referrer??>, sent by ${lead.referrer}</#if>

LAST CONVERSATION
<#if lastConversation??>
${lastConversation.on}<#if lastConversation.said??>: ${lastConversation.said}</#if>
<#if lastConversation.agreed??>
Agreed: ${lastConversation.agreed}
</#if>
<#else>
None yet. This is the first.
</#if>
<#if lead.attributes?has_content>

WHAT THEY TOLD US
<#list lead.attributes as name, value>
${name}: ${value}
</#list>
</#if>

Automatic mails to them have stopped. The call is on your list at the desk; tick it off there.
=== html
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; background: #ffffff; color: #1d2a26; font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5; }
.sheet { max-width: 600px; margin: 0 auto; padding: 24px 20px; }
h1 { font-size: 22px; line-height: 1.25; margin: 0 0 16px; }
h2 { font-size: 13px; letter-spacing: .06em; text-transform: uppercase; color: #5d6b66; margin: 28px 0 8px; }
p { margin: 0 0 10px; }
td { padding: 4px 16px 4px 0; vertical-align: top; overflow-wrap: anywhere; }
td.name { color: #5d6b66; white-space: nowrap; }
a { color: #0b6a57; }
.call { display: inline-block; padding: 14px 22px; border-radius: 8px; background: #0b6a57; color: #ffffff; font-weight: 600; text-decoration: none; }
@media (prefers-color-scheme: dark) {
  body { background: #10171a; color: #e6ecea; }
  h2, td.name { color: #a4b1ae; }
  a { color: #6fd3ba; }
  .call { background: #6fd3ba; color: #0c1a16; }
}
</style>
</head>
<body>
<div style="display:none;max-height:0;overflow:hidden;">${preheader}</div>
<div class="sheet">
<h1>${lead.name!"A lead"}<#if lead.company??> of ${lead.company}</#if> is ready to buy</h1>
<p>${reason?cap_first}.</p>
<#if lead.phone??>
<p><a class="call" href="tel:${lead.phone}">Ring ${lead.phone}</a></p>
<p>The first quarter of an hour is worth more than the rest of the day.</p>
<#elseif lead.email??>
<p><a class="call" href="mailto:${lead.email}">Write to ${lead.email}</a></p>
<p>There is no phone number: ask for one, and offer two times today.</p>
</#if>
<p>Begin with what they want: <#if lead.attributes.interest??><b>${lead.attributes.interest}</b><#else>ask what tipped the scales</#if>. Close with a date: the visit on the roof, or the signature.</p>
<h2>Who</h2>
<table role="presentation" cellpadding="0" cellspacing="0">
<tr><td class="name">Name</td><td>${lead.name!"not known"}</td></tr>
<tr><td class="name">Company</td><td>${lead.company!"not known"}</td></tr>
<tr><td class="name">Phone</td><td>${lead.phone!"not known"}</td></tr>
<tr><td class="name">Email</td><td>${lead.email!"not known"}</td></tr>
<tr><td class="name">City</td><td>${lead.city!"not known"}</td></tr>
<tr><td class="name">Came by</td><td>${lead.source}<#if lead.referrer??>, sent by ${lead.referrer}</#if></td></tr>
</table>
<h2>Last conversation</h2>
<#if lastConversation??>
<p>${lastConversation.on}<#if lastConversation.said??>: ${lastConversation.said}</#if></p>
<#if lastConversation.agreed??><p><b>Agreed:</b> ${lastConversation.agreed}</p></#if>
<#else>
<p>None yet. This is the first.</p>
</#if>
<#if lead.attributes?has_content>
<h2>What they told us</h2>
<table role="presentation" cellpadding="0" cellspacing="0">
<#list lead.attributes as name, value>
<tr><td class="name">${name}</td><td>${value}</td></tr>
</#list>
</table>
</#if>
<p style="margin-top:28px;">Automatic mails to them have stopped. The call is on your list at the desk; tick it off there.</p>
</div>
</body>
</html>
