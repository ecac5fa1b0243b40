---
# "layout-mail" for mails in German.
channel: layout
---
=== text
${content}

<#if owner??>
<#if owner.closing??>
${owner.closing}

</#if>
<#list owner.signature as line>
${line}
</#list>
<#else>
Das Team von ${sender.name}
</#if>

--
Schon entschieden? Sagen Sie es mir hier, und ich rufe Sie selbst an:
${links.readyToBuy}

Seltener, eine Pause, andere Themen? Sie bestimmen:
${links.preferences}

Nichts mehr von mir? Ein Klick genügt:
${links.unsubscribe}

${sender.postalAddress}
=== mjml
<mjml>
<mj-head>
<mj-title>${subject}</mj-title>
<mj-attributes>
<mj-all font-family="-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"></mj-all>
<mj-text font-size="16px" line-height="1.55" color="#1d2a26" padding="0"></mj-text>
</mj-attributes>
<mj-style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
p { margin: 0 0 16px; }
ol, ul { margin: 0 0 16px; padding-left: 24px; }
li { margin: 0 0 8px; }
a { color: #0b6a57; }
@media (max-width: 480px) {
  .sheet > table > tbody > tr > td { padding: 28px 20px !important; }
  .foot > table > tbody > tr > td { padding: 20px 20px 8px !important; }
}
@media (prefers-color-scheme: dark) {
  body, body > div { background: #10171a !important; }
  .sheet, .sheet > table { background: #182226 !important; }
  .words div, .words p, .words li { color: #e6ecea !important; }
  .small, .small div, .small p { color: #a4b1ae !important; }
  .line { border-color: #33424a !important; }
  a { color: #6fd3ba !important; }
}
</mj-style>
</mj-head>
<mj-body background-color="#f2f4f1" width="600px">
<mj-raw><div style="display:none;max-height:0;overflow:hidden;">${preheader}</div></mj-raw>
<mj-section padding="0"><mj-column><mj-spacer height="24px"></mj-spacer></mj-column></mj-section>
<mj-section css-class="sheet" background-color="#ffffff" border-top="4px solid #0b6a57" padding="36px 40px">
<mj-column>
<mj-text css-class="words">${content}
<#if owner??>
<#if owner.closing??>
<p style="margin:24px 0 0;">${owner.closing}</p>
</#if>
<p style="margin:24px 0 0;"><#list owner.signature as line><#if line?is_first>${line}<#else><br><span class="small" style="color:#5d6b66;">${line}</span></#if></#list></p>
<#else>
<p style="margin:24px 0 0;">Das Team von ${sender.name}</p>
</#if>
</mj-text>
</mj-column>
</mj-section>
<mj-section css-class="foot" padding="20px 40px 8px">
<mj-column>
<mj-text css-class="small" font-size="13px" line-height="1.5" color="#5d6b66">
<p style="margin:0 0 8px;">Schon entschieden? <a href="${links.readyToBuy}">Sagen Sie es mir, und ich rufe Sie selbst an.</a></p>
<p style="margin:0 0 8px;">Seltener, eine Pause, andere Themen? <a href="${links.preferences}">Sie bestimmen.</a></p>
<p style="margin:0 0 8px;">Nichts mehr von mir? <a href="${links.unsubscribe}">Ein Klick genügt.</a></p>
<p style="margin:0;">${sender.postalAddress}</p>
</mj-text>
</mj-column>
</mj-section>
</mj-body>
</mjml>
