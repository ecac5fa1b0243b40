---
# Frames an item of the library on paper. The item ends with the next step, so the frame says only where to answer.
channel: letter
layout: layout-letter
language: en
from: owner
needs: item
---
=== html
<p class="subject">${item.subject}</p>
<p>Dear ${lead.name!"reader"},</p>
<#list item.paragraphs as paragraph>
<p>${paragraph}</p>
</#list>
<#if item.fact??>
<p>${item.fact}</p>
</#if>
<p>A line to ${(owner.email)!sender.address}<#if (owner.phone)??>, or a call to ${owner.phone},</#if> comes straight to my desk. If you would rather have no more post from us, tell me there, and there will be none.</p>
