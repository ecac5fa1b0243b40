---
# Only to those who said on the phone that they are content.
channel: email
layout: layout-customer
language: en
from: owner
subject: Two sentences of yours, for the next firm that wonders
preheader: What you feared, and what came of it. That is all.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

on the phone you told me that the system does what it should. Somebody who has our offer on the desk today would rather hear it from you than from me.

Would you write two sentences? What you feared before you signed, and what came of it. If something was not good, put that in as well; people believe the rest because of it.

Reply with them, and say whether ${lead.company!"your firm"} may be named. Nothing is shown before you have seen how it looks.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>on the phone you told me that the system does what it should. Somebody who has our offer on the desk today would rather hear it from you than from me.</p>
<p>Would you write two sentences? What you feared before you signed, and what came of it. If something was not good, put that in as well; people believe the rest because of it.</p>
<p><b>Reply with them</b>, and say whether ${lead.company!"your firm"} may be named. Nothing is shown before you have seen how it looks.</p>
