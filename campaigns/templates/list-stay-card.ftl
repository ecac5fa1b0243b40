---
# The same on a card, for those to whom no mail goes.
channel: card
layout: layout-card
language: en
from: owner
---
=== html
<p>Dear ${lead.name!"reader"},</p>
<p>every six weeks or so you will find a page from me in the post<#if lead.company??> at ${lead.company}</#if>, with one thing worth knowing about roofs and power. After a year it will be three or four a year.</p>
<p>Not welcome? A line to ${(owner.email)!sender.address}<#if (owner.phone)??>, or a word on ${owner.phone},</#if> and it ends.</p>
