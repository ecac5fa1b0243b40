---
# Only to those who said on the phone that they are content.
channel: letter
layout: layout-letter
language: en
from: owner
---
=== html
<p class="subject">Whom would you want to have asked, back then?</p>
<p>Dear ${lead.name!"reader"},</p>
<p>when you decided about the roof<#if lead.company??> of ${lead.company}</#if>, the best hour you could have had was one with an owner whose system was running already. You are that owner now.</p>
<p>If somebody comes to mind who is thinking about it, a neighbour in the yard next door, a supplier, somebody from the guild, tell them about yours, the awkward parts included. If they would then like to talk to us, give them this letter, or send me their name once they have agreed to it.</p>
<p>I begin with your greetings and one question, and not with an offer. If it is nothing for them, one word ends it.</p>
<p>You reach me at ${(owner.email)!sender.address}<#if (owner.phone)??> and ${owner.phone}</#if>, for your own questions as well.</p>
