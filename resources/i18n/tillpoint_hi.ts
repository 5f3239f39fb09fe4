<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en_IN">
 <context>
  <name>counter</name>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source> and </source>
   <translation> और </translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <location filename="../../ui/tiers/wording.py" />
   <source> or </source>
   <translation> या </translation>
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>#</source>
   <translation>#</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>0 to 100</source>
   <translation>0 से 100</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>1 to 1000</source>
   <translation>1 से 1000</translation>
  </message>
  <message>
   <location filename="../../ui/staff/page.py" />
   <source>4 to 6 digits; empty leaves it as it is</source>
   <translation>4 से 6 अंक; ख़ाली छोड़ें तो वैसा ही रहेगा</translation>
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>500 then Enter; 500/2 for another category; 3*45 for three at 45.</source>
   <translation>500 फिर Enter; दूसरी श्रेणी के लिए 500/2; 45 के तीन के लिए 3*45।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/keeping.py" />
   <source>6 sample members with points</source>
   <translation>पॉइंट सहित 6 नमूना सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>7 days</source>
   <translation>7 दिन</translation>
  </message>
  <message>
   <location filename="../../ui/gstin.py" />
   <source>A GSTIN is like 27AAPFU0939F1ZV: state, PAN, number, Z, check letter</source>
   <translation>GSTIN ऐसा होता है 27AAPFU0939F1ZV: राज्य, PAN, अंक, Z, जाँच अक्षर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>A PNG or JPEG file that is printed above the name; may be empty.</source>
   <translation>नाम के ऊपर छपने वाली PNG या JPEG फ़ाइल; ख़ाली रह सकती है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A bill came back whole after the voucher it had brought was used. The voucher's bill stands.</source>
   <translation>एक बिल पूरा लौटा, जबकि उससे मिला वाउचर इस्तेमाल हो चुका था। वाउचर वाला बिल कायम है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/shelf.py" />
   <source>A bill is open. Hold it with F4 or finish it, then take this one back.</source>
   <translation>एक बिल खुला है। उसे F4 से रोकें या पूरा करें, फिर इसे वापस लाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/arriving.py" />
   <source>A bill is open. Nothing was added; hold it with F4 or finish it first.</source>
   <translation>एक बिल खुला है। कुछ नहीं जोड़ा गया; पहले उसे F4 से रोकें या पूरा करें।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A card stays blocked</source>
   <translation>एक कार्ड बंद ही है</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A card was replaced twice</source>
   <translation>एक कार्ड दो बार बदला गया</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>A counter on its own knows all points there are, so it has no offline limit.</source>
   <translation>अकेला काउंटर सारे पॉइंट जानता है, इसलिए उसकी कोई ऑफ़लाइन सीमा नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A counter that had been silent for too long gave out one more. Its voucher is good all the same.</source>
   <translation>बहुत देर से चुप रहे एक काउंटर ने एक और दे दिया। उसका वाउचर फिर भी मान्य है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>A discount is at most 100 %. Nothing was changed – check the figure.</source>
   <translation>छूट ज़्यादा से ज़्यादा 100 % हो सकती है। कुछ नहीं बदला – अंक देखें।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>A draft like the marked version</source>
   <translation>चुने हुए संस्करण जैसा मसौदा</translation>
  </message>
  <message>
   <location filename="../../ui/typed.py" />
   <source>A figure is still missing.</source>
   <translation>अभी एक अंक बाकी है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A friend who is not known</source>
   <translation>एक मित्र जो मालूम नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>A higher tier for a while</source>
   <translation>कुछ समय के लिए ऊँचा स्तर</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>A line holds at most {most}. Nothing was added – check the quantity.</source>
   <translation>एक पंक्ति में ज़्यादा से ज़्यादा {most} आ सकते हैं। कुछ नहीं जोड़ा गया – मात्रा देखें।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>A list of products, CSV (UTF-8) or XLSX, with the columns code, name, category and mrp; hsn, gst, batch and expiry if there are. First it is only tried.</source>
   <translation>उत्पादों की सूची, CSV (UTF-8) या XLSX, जिसमें code, name, category और mrp के स्तंभ हों; हों तो hsn, gst, batch और expiry भी। पहले इसे केवल जाँचा जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>A manager approves this counter at the server. It sells once it knows the chain's rules.</source>
   <translation>मैनेजर सर्वर पर इस काउंटर को मंज़ूर करते हैं। शृंखला के नियम आते ही यह बेच सकता है।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>A manager takes a counter off at the server. Its bills stay here and there, what it holds of cards goes back, and it sells on by itself; points of shared cards can then be used only up to the offline limit. To come back it is paired again.</source>
   <translation>मैनेजर काउंटर को सर्वर पर हटाते हैं। उसके बिल यहाँ और वहाँ दोनों जगह रहते हैं, कार्डों का जो हिस्सा उसके पास था वह लौट जाता है, और वह अकेला बेचता रहता है; साझा कार्डों के पॉइंट तब सिर्फ़ ऑफ़लाइन सीमा तक चलते हैं। वापस आने के लिए उसे फिर जोड़ा जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/joining.py" />
   <source>A manager turned this counter away. Nothing was changed; bills go on. Ask them, then pair again.</source>
   <translation>मैनेजर ने इस काउंटर को मना कर दिया। कुछ नहीं बदला; बिल चलते रहेंगे। उनसे पूछें, फिर दोबारा जोड़ें।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>A new PIN for {name}: 4 to 6 digits</source>
   <translation>{name} का नया PIN: 4 से 6 अंक</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>A new campaign like the marked one</source>
   <translation>चुने हुए जैसा एक नया अभियान</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>A new programme is a draft. It changes nothing until it is put in force.</source>
   <translation>नया कार्यक्रम मसौदा होता है। लागू किए जाने तक वह कुछ नहीं बदलता।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>A new reward like the marked one</source>
   <translation>चुने हुए जैसा एक नया इनाम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>A new rule like the marked one</source>
   <translation>चुने नियम जैसा एक नया नियम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>A new staff card, shown once</source>
   <translation>नया कर्मचारी कार्ड, एक ही बार दिखता है</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A partner does not answer</source>
   <translation>एक साझेदार जवाब नहीं दे रहा</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>A quantity of 0 sells nothing. Nothing was added – type how many, like 3*45.</source>
   <translation>0 मात्रा से कुछ नहीं बिकता। कुछ नहीं जोड़ा गया – कितने हैं लिखें, जैसे 3*45।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>A quotation mark at the beginning of a cell has no other at its end.</source>
   <translation>खाने के आरंभ के उद्धरण चिह्न का अंत में कोई साथी नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>A receipt printer on a serial port. Like /dev/ttyUSB0 or COM3, with :19200 for another speed.</source>
   <translation>सीरियल पोर्ट वाला रसीद प्रिंटर। जैसे /dev/ttyUSB0 या COM3, दूसरी गति के लिए :19200 के साथ।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>A receipt printer that is a device of this computer, like /dev/usb/lp0. It cannot answer.</source>
   <translation>रसीद प्रिंटर जो इस कंप्यूटर का उपकरण है, जैसे /dev/usb/lp0। यह जवाब नहीं दे सकता।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>A receipt printer that this computer has a print queue for; it gets its own commands there.</source>
   <translation>रसीद प्रिंटर जिसकी इस कंप्यूटर पर छपाई क़तार है; उसे वहाँ उसके अपने आदेश मिलते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>A receipt printer with a network cable. Address like 192.168.1.50, or with a port.</source>
   <translation>नेटवर्क तार वाला रसीद प्रिंटर। पता जैसे 192.168.1.50, या पोर्ट के साथ।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A referral that cannot be</source>
   <translation>एक सिफ़ारिश जो हो नहीं सकती</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>A return takes back</source>
   <translation>वापसी में लिए जाते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A shop that joined had given out the same number. Its member keeps all points and has a new card number.</source>
   <translation>जुड़ने वाली दुकान ने वही नंबर दे रखा था। उसके सदस्य के सारे पॉइंट रहेंगे, कार्ड का नंबर नया है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>A test page on the marked printer</source>
   <translation>चुने हुए प्रिंटर पर जाँच पन्ना</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>A tier multiplies</source>
   <translation>स्तर गुणा करता है</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>A voucher of a reward</source>
   <translation>इनाम का वाउचर</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A voucher stays used</source>
   <translation>वाउचर इस्तेमाल हुआ ही रहता है</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A voucher used twice</source>
   <translation>वाउचर दो बार उपयोग हुआ</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>A year</source>
   <translation>एक साल</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/settings/entries.py" />
   <location filename="../../ui/status/speech.py" />
   <source>About</source>
   <translation>जानकारी</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Above</source>
   <translation>ऊपर</translation>
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Add an item first; then ? explains its points.</source>
   <translation>पहले कोई आइटम जोड़ें; फिर ? उसके पॉइंट समझाएगा।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Add an item to see what can be used</source>
   <translation>आइटम जोड़ें, फिर दिखेगा कि कितना इस्तेमाल हो सकता है</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Add an item to see what points can pay</source>
   <translation>आइटम जोड़ें, फिर दिखेगा कि पॉइंट कितना चुका सकते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Address</source>
   <translation>पता</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/settings/pairing.py" />
   <source>Address of the server</source>
   <translation>सर्वर का पता</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Address, first line</source>
   <translation>पता, पहली पंक्ति</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Address, second line</source>
   <translation>पता, दूसरी पंक्ति</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>After it, no other rule applies</source>
   <translation>इसके बाद कोई और नियम लागू नहीं होता</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>After so many minutes without a touch: 0 (never) to 240.</source>
   <translation>बिना छुए इतने मिनट बाद: 0 (कभी नहीं) से 240।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Age of a return</source>
   <translation>वापसी की उम्र</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Agreed</source>
   <translation>सहमत</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>All</source>
   <translation>सब</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/page.py" />
   <source>All files</source>
   <translation>सभी फ़ाइलें</translation>
  </message>
  <message>
   <location filename="../../ui/keys/presenter.py" />
   <source>All keys are the usual ones again, from the next start of the counter.</source>
   <translation>काउंटर के अगली बार खुलने से सब कुंजियाँ फिर पहले जैसी होंगी।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>All of the marked line comes back, or none of it</source>
   <translation>चुनी पंक्ति का सब कुछ वापस, या कुछ नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>All of this bill has come back already. Nothing is left to return.</source>
   <translation>यह पूरा बिल वापस आ चुका है। लौटाने को कुछ नहीं बचा।</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>All points that members have are worth that from then on.</source>
   <translation>सदस्यों के सारे पॉइंट का मूल्य तब से यही होगा।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>All rules that hold apply, in this order; after one that says “then no other”, none does.</source>
   <translation>जिन नियमों की शर्तें पूरी हों वे सब इसी क्रम में लागू होते हैं; जिस पर “फिर कोई और नहीं” लिखा हो, उसके बाद कोई नहीं।</translation>
  </message>
  <message>
   <location filename="../../ui/tour/presenter.py" />
   <source>All six: {in_time} in time.</source>
   <translation>छहों हुए: {in_time} समय में।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>All that is kept of them, as a file</source>
   <translation>उनका रखा सारा ब्योरा, फ़ाइल के रूप में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>All that is known of a customer, and what can be done for them</source>
   <translation>ग्राहक के बारे में सब कुछ, और उनके लिए क्या किया जा सकता है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>All that is known of this bill, as one PDF</source>
   <translation>इस बिल के बारे में जो कुछ पता है, एक PDF में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>All that is left of the bill comes back</source>
   <translation>बिल का बचा हुआ सब वापस आता है</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>All tiers</source>
   <translation>सभी स्तर</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>All together multiplies by at most</source>
   <translation>सब मिलाकर अधिकतम गुणा</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>All usable here now</source>
   <translation>सब यहाँ अभी इस्तेमाल हो सकते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>All usual</source>
   <translation>सब पहले जैसी</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Already a member: {already}. Enter puts them on the bill.</source>
   <translation>पहले से सदस्य: {already}। Enter उन्हें बिल पर रखता है।</translation>
  </message>
  <message>
   <location filename="../../ui/issue/presenter.py" />
   <source>Already a member: {name}. Press Enter in the phone field to put them on the bill.</source>
   <translation>पहले से सदस्य: {name}। उन्हें बिल पर रखने के लिए फ़ोन वाले खाने में Enter दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Also without a shift</source>
   <translation>शिफ़्ट के बिना भी</translation>
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <location filename="../../ui/returns/table.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>Amount</source>
   <translation>रकम</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Amount of the bill</source>
   <translation>बिल की रकम</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Amount: points</source>
   <translation>रकम: पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/typed.py" />
   <source>Amounts with their points are typed like 500: 10, 1000: 25.</source>
   <translation>रकमें पॉइंट के साथ ऐसे लिखें: 500: 10, 1000: 25।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>An HSN code has 2 to 8 digits.</source>
   <translation>HSN कोड में 2 से 8 अंक होते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>An amount can't be negative. Nothing was changed – a - alone takes off the last line.</source>
   <translation>रकम ऋणात्मक नहीं हो सकती। कुछ नहीं बदला – अकेला - आख़िरी पंक्ति हटाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>An entry does not fit</source>
   <translation>एक प्रविष्टि मेल नहीं खाती</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>An example with members, campaigns and a month of bills, to see how it all works</source>
   <translation>सदस्यों, अभियानों और एक महीने के बिलों वाला उदाहरण, ताकि दिखे कि सब कैसे चलता है</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>An office or card printer that this computer has a print queue for; it gets pages.</source>
   <translation>दफ़्तर या कार्ड का प्रिंटर जिसकी इस कंप्यूटर पर छपाई क़तार है; उसे पन्ने मिलते हैं।</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rules/wording.py" />
   <source>And {n} more; each is said beside its rule, campaign or segment when that is opened.</source>
   <extracomment>One: And {n} more; each is said beside its rule, campaign or segment when that is opened.</extracomment>
   <translation>
    <numerusform>और {n}; जब वह नियम, अभियान या समूह खोला जाता है, उसके साथ बताया जाता है।</numerusform>
    <numerusform>और {n}; हर एक अपने नियम, अभियान या समूह के साथ बताया जाता है, जब वह खोला जाए।</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Another card on this bill. F3 switches to {new}; Esc keeps {old}.</source>
   <translation>इस बिल पर दूसरा कार्ड। F3 से {new} पर बदलें; Esc से {old} रहेंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/pairing.py" />
   <source>Another code</source>
   <translation>दूसरा कोड</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>Another computer opens a backup only with this counter's key. “python -m app backup --key FILE” saves it; keep it apart from the backups.</source>
   <translation>दूसरा कंप्यूटर बैकअप तभी खोलता है जब उसके पास इस काउंटर की चाबी हो। “python -m app backup --key FILE” उसे सहेजता है; उसे बैकअप से अलग रखें।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Another computer's entries have taken their numbers. They are kept here; their points are not at the server.</source>
   <translation>दूसरे कंप्यूटर की प्रविष्टियों ने उनके नंबर ले लिए हैं। वे यहाँ रखी हैं; उनके पॉइंट सर्वर पर नहीं हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>Another customer</source>
   <translation>दूसरा ग्राहक</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Another member brought them</source>
   <translation>किसी और सदस्य के कहने पर आए</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Another rate for a category</source>
   <translation>किसी श्रेणी की दूसरी दर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Another way</source>
   <translation>दूसरा तरीक़ा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Any command</source>
   <translation>कोई भी आदेश</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Applies</source>
   <translation>कब लागू</translation>
  </message>
  <message>
   <location filename="../../ui/approval/wording.py" />
   <source>Approval needed</source>
   <translation>मंज़ूरी चाहिए</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Approvals</source>
   <translation>मंज़ूरियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/drafting.py" />
   <source>Approve a rise above the limit of one person, as a second one</source>
   <translation>एक व्यक्ति की सीमा से ऊपर की बढ़ोतरी, दूसरे व्यक्ति के रूप में मंज़ूर करें</translation>
  </message>
  <message>
   <location filename="../../ui/joining.py" />
   <source>Approved. This counter has joined; its history is sent by itself.</source>
   <translation>मंज़ूर हुआ। यह काउंटर जुड़ गया; इसका इतिहास अपने आप भेजा जा रहा है।</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Apr</source>
   <translation>अप्रैल</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Archive</source>
   <translation>अभिलेख में रखें</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/presenter.py" />
   <source>Archive the programme</source>
   <translation>कार्यक्रम अभिलेख में रखना</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>As drafted</source>
   <translation>मसौदे के अनुसार</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>As published, v{version}</source>
   <translation>जैसा प्रकाशित है, v{version}</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Ask for help with it</source>
   <translation>इसमें मदद लें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Ask for it no more</source>
   <translation>अब इसे न जाँचें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Ask the server to take this counter in</source>
   <translation>सर्वर से इस काउंटर को जोड़ने को कहें</translation>
  </message>
  <message>
   <location filename="../../ui/joining.py" />
   <source>Asking the server for a code …</source>
   <translation>सर्वर से कोड माँगा जा रहा है …</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Asking the server for bill {number}. Esc stops asking; other work goes on.</source>
   <translation>सर्वर से बिल {number} माँगा जा रहा है। Esc से रुकें; बाक़ी काम चलता रहता है।</translation>
  </message>
  <message>
   <location filename="../../ui/publishing.py" />
   <source>Asking the server to publish it for all stores …</source>
   <translation>सर्वर से सभी दुकानों के लिए प्रकाशित करने को कहा जा रहा है …</translation>
  </message>
  <message>
   <location filename="../../ui/segments/table.py" />
   <location filename="../../ui/tiers/table.py" />
   <source>Asks</source>
   <translation>शर्तें</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>At</source>
   <translation>समय</translation>
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>At most {most} on this bill</source>
   <translation>इस बिल पर ज़्यादा से ज़्यादा {most}</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>At other stores</source>
   <translation>अन्य दुकानों पर</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>At the stores</source>
   <translation>इन दुकानों पर</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Aug</source>
   <translation>अग॰</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Back</source>
   <translation>पीछे</translation>
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>Back of the card</source>
   <translation>कार्ड का पिछला हिस्सा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Back to the bill from any page</source>
   <translation>किसी भी पन्ने से बिल पर वापस</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Back up now</source>
   <translation>अभी बैकअप लें</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>Backed up: {name}.</source>
   <translation>बैकअप हो गया: {name}।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/backup/wording.py" />
   <location filename="../../ui/health/state.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Backup</source>
   <translation>बैकअप</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>Backup is {span} old</source>
   <translation>बैकअप {span} पुराना है</translation>
  </message>
  <message>
   <location filename="../../ui/backup/page.py" />
   <source>Backups in the folder</source>
   <translation>फ़ोल्डर में बैकअप</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Balance</source>
   <translation>शेष</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/printers/wording.py" />
   <source>Balance slip</source>
   <translation>शेष की पर्ची</translation>
  </message>
  <message>
   <location filename="../../ui/tour/strip.py" />
   <source>Begin</source>
   <translation>शुरू करें</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Begin empty</source>
   <translation>ख़ाली शुरू करें</translation>
  </message>
  <message>
   <location filename="../../ui/figures/page.py" />
   <location filename="../../ui/rates/page.py" />
   <source>Begins on</source>
   <translation>शुरू होने का दिन</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>Behind the last bill by {span}. Set it right.</source>
   <translation>पिछले बिल से {span} पीछे है। ठीक करें।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Belongs to the chain at {server}; its staff sign in here</source>
   <translation>{server} की शृंखला का है; वहाँ के कर्मचारी यहाँ आते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Belongs to {store} at {host}.</source>
   <translation>{host} पर {store} का है।</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Benefit</source>
   <translation>लाभ</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Benefits</source>
   <translation>लाभ</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/editor.py" />
   <source>Benefits, separated by ;</source>
   <translation>लाभ, हर एक के बीच ;</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Best on another disk; empty keeps them beside the data file.</source>
   <translation>किसी दूसरी डिस्क पर अच्छा है; ख़ाली हो तो डेटा फ़ाइल के पास रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Bill</source>
   <translation>बिल</translation>
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Bill discarded. Ctrl+Z brings it back.</source>
   <translation>बिल हटा दिया। Ctrl+Z उसे वापस लाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Bill id</source>
   <translation>बिल पहचान</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <location filename="../../ui/rules/editor.py" />
   <source>Bill of at least</source>
   <translation>कम से कम का बिल</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Bill of at most</source>
   <translation>ज़्यादा से ज़्यादा का बिल</translation>
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>Bill saved. The receipt could not be printed. Press Ctrl+P to try again.</source>
   <translation>बिल सुरक्षित है। रसीद नहीं छपी। दोबारा छापने के लिए Ctrl+P दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/page.py" />
   <source>Bill that comes back</source>
   <translation>वापस आने वाला बिल</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Bill that was sold</source>
   <translation>बिका हुआ बिल</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Bill {name} has come: {amount}. Shift+F5 takes what has waited longest.</source>
   <translation>बिल {name} आया है: {amount}। Shift+F5 सबसे देर से रुका बिल लेता है।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Bill {number}</source>
   <translation>बिल {number}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Bill {number} of {day}, {time}: {money}. Ctrl+P prints its receipt again.</source>
   <translation>बिल {number}, {day}, {time}: {money}। Ctrl+P उसकी रसीद फिर छापता है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Bill {number} saved</source>
   <translation>बिल {number} सुरक्षित है</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Bills</source>
   <translation>बिल</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Bills and shifts</source>
   <translation>बिल और शिफ़्ट</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Bills are rounded to</source>
   <translation>बिल पूरे होते हैं इतने तक</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Bills at least</source>
   <translation>कम से कम बिल</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Bills at most</source>
   <translation>ज़्यादा से ज़्यादा बिल</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Bills earn from</source>
   <translation>बिल कितने से कमाता है</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Bills from</source>
   <translation>बिल इतने से</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Bills in the last days</source>
   <translation>पिछले दिनों के बिल</translation>
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>Bills on hold</source>
   <translation>रोके हुए बिल</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills still go to the journal. Issue no new cards; free some space or call for help.</source>
   <translation>बिल अब भी दर्ज होते हैं। नए कार्ड न दें; जगह ख़ाली करें या मदद बुलाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills still go to the journal. Issue no new cards; free some space.</source>
   <translation>बिल अब भी दर्ज होते हैं। नए कार्ड न दें; कुछ जगह ख़ाली करें।</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <source>Bills that count</source>
   <translation>जो बिल गिने जाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>Bills that were made keep the figures they were made with.</source>
   <translation>बने हुए बिलों के आँकड़े वही रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Bills were taken in with the time corrected. The days of some points may differ from the receipts.</source>
   <translation>बिल सही किए हुए समय के साथ लिए गए। कुछ पॉइंट की तारीख़ें रसीदों से अलग हो सकती हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills work and are saved here. Ask a manager to pair this counter again.</source>
   <translation>बिल चलते हैं और यहाँ सुरक्षित हैं। मैनेजर से इस काउंटर को फिर जोड़ने को कहें।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills work and are saved here. Pair again in the settings (Ctrl+,).</source>
   <translation>बिल चलते हैं और यहाँ सुरक्षित हैं। सेटिंग (Ctrl+,) में फिर जोड़ें।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Bills work and are saved here. Update this program when the shift ends.</source>
   <translation>बिल चलते हैं और यहाँ सुरक्षित हैं। शिफ़्ट ख़त्म होने पर प्रोग्राम अपडेट करें।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills work and are sent. Set the clock of this computer right.</source>
   <translation>बिल चलते हैं और भेजे जाते हैं। इस कंप्यूटर की घड़ी ठीक कीजिए।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills work, but points would be dated wrong. Set the clock of this computer right.</source>
   <translation>बिल चलते हैं, पर पॉइंट की तारीख़ ग़लत पड़ेगी। इस कंप्यूटर की घड़ी ठीक करें।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills work. Balances may be old, so fewer points can be used until the line is back.</source>
   <translation>बिल चलते हैं। शेष पुराने हो सकते हैं, इसलिए लाइन आने तक कम पॉइंट इस्तेमाल होंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills work. Balances may be old, so fewer points can be used.</source>
   <translation>बिल चलते हैं। शेष पुराने हो सकते हैं, इसलिए कम पॉइंट इस्तेमाल होंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills work. What waits is saved here and is sent by itself when the line is back.</source>
   <translation>बिल चलते हैं। जो रुका है वह यहाँ सुरक्षित है और लाइन आने पर अपने आप भेजा जाएगा।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills, cards and points within the limit all work. Everything is sent by itself when the line is back.</source>
   <translation>बिल, कार्ड और सीमा के भीतर पॉइंट सब चलते हैं। लाइन आने पर सब अपने आप भेजा जाएगा।</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <location filename="../../ui/members/forms.py" />
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Birthday</source>
   <translation>जन्मदिन</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Birthday points</source>
   <translation>जन्मदिन के पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Birthday {day}</source>
   <translation>जन्मदिन {day}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/members/wording.py" />
   <source>Block card</source>
   <translation>कार्ड बंद करें</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Bonus</source>
   <translation>बोनस</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Born in</source>
   <translation>जन्म का महीना</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Both sent different entries under one number. Until it knows which is right, the server takes no more.</source>
   <translation>दोनों ने एक ही नंबर पर अलग प्रविष्टियाँ भेजीं। जब तक पता न चले कौन सही है, सर्वर और नहीं लेगा।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Both were enrolled, at different counters. Both cards work and keep their points.</source>
   <translation>दोनों अलग काउंटरों पर सदस्य बने। दोनों कार्ड चलते हैं और उनके पॉइंट बने रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Bought nothing for days</source>
   <translation>इतने दिन से कुछ नहीं ख़रीदा</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/rules/table.py" />
   <location filename="../../ui/tiers/table.py" />
   <source>Brings</source>
   <translation>देता है</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Brought</source>
   <translation>लाए</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Brought by</source>
   <translation>किसने भेजा</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/status/speech.py" />
   <source>By</source>
   <translation>किसने</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>By UPI</source>
   <translation>UPI से</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>By card</source>
   <translation>कार्ड से</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>By hand</source>
   <translation>हाथ से</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>By itself</source>
   <translation>अपने आप</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>By voucher {money}</source>
   <translation>वाउचर से {money}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>CSV</source>
   <translation>CSV</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>CSV or XLSX with code, name, category and mrp</source>
   <translation>CSV या XLSX, जिसमें code, name, category और mrp हों</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>CSV or XLSX with name and phone, perhaps card and points</source>
   <translation>CSV या XLSX, जिसमें name और phone हों, चाहें तो card और points भी</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/health/state.py" />
   <location filename="../../ui/scanner/wording.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Camera</source>
   <translation>कैमरा</translation>
  </message>
  <message>
   <location filename="../../ui/camera/wording.py" />
   <source>Camera is on</source>
   <translation>कैमरा चालू है</translation>
  </message>
  <message>
   <location filename="../../ui/camera/wording.py" />
   <source>Camera is opening …</source>
   <translation>कैमरा खुल रहा है …</translation>
  </message>
  <message>
   <location filename="../../ui/camera/wording.py" />
   <source>Camera sees only black</source>
   <translation>कैमरे को सिर्फ़ काला दिखता है</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/page.py" />
   <source>Camera {camera} is set up. F12 turns it on and off.</source>
   <translation>कैमरा {camera} लगा है। F12 उसे चालू और बंद करता है।</translation>
  </message>
  <message>
   <location filename="../../ui/drives/table.py" />
   <location filename="../../ui/members/forms.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/rules/editor.py" />
   <source>Campaign</source>
   <translation>अभियान</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>Campaign “{campaign}” is new: {now}</source>
   <translation>अभियान “{campaign}” नया है: {now}</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>Campaign “{campaign}” is taken away: {was}</source>
   <translation>अभियान “{campaign}” हटाया गया: {was}</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>Campaign “{campaign}”: {was} › {now}</source>
   <translation>अभियान “{campaign}”: {was} › {now}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/drives/wording.py" />
   <source>Campaigns</source>
   <translation>अभियान</translation>
  </message>
  <message>
   <location filename="../../ui/drives/table.py" />
   <source>Campaigns over the days, from four weeks ago to two months ahead</source>
   <translation>दिनों के हिसाब से अभियान, चार हफ़्ते पहले से दो महीने आगे तक</translation>
  </message>
  <message>
   <location filename="../../ui/drives/presenter.py" />
   <source>Campaigns v{version}</source>
   <translation>अभियान v{version}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Campaigns, rules and rates as they are published</source>
   <translation>अभियान, नियम और दरें जैसी प्रकाशित हैं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Can use {amount}</source>
   <translation>{amount} इस्तेमाल हो सकते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/returns/unseen_card.py" />
   <source>Can't see bill {number} until online</source>
   <translation>ऑनलाइन होने तक बिल {number} नहीं दिखेगा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/billing/pay_pane.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/printers/wording.py" />
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/shift/wording.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Card</source>
   <translation>कार्ड</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Card blocked or unblocked</source>
   <translation>कार्ड बंद या चालू</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Card lost</source>
   <translation>कार्ड खो गया</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Card number</source>
   <translation>कार्ड नंबर</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Card of the duplicate</source>
   <translation>दोहरे सदस्य का कार्ड</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Card printed again</source>
   <translation>कार्ड फिर छपा</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Card was not scanned at the sale</source>
   <translation>बिक्री पर कार्ड स्कैन नहीं हुआ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Card {card}   Phone {phone}</source>
   <translation>कार्ड {card}   फ़ोन {phone}</translation>
  </message>
  <message>
   <location filename="../../ui/tour/tasks.py" />
   <source>Card {card} (Meena): say what she has.</source>
   <translation>कार्ड {card} (मीना): बताएँ कि उनके पास कितना है।</translation>
  </message>
  <message>
   <location filename="../../ui/tour/tasks.py" />
   <source>Card {card} (Ravi): use the most points, take exact cash.</source>
   <translation>कार्ड {card} (रवि): सबसे ज़्यादा पॉइंट लगाएँ, ठीक-ठीक नकद लें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Card {card} is not in our list. Continue without a card, or press F6 to register it.</source>
   <translation>कार्ड {card} हमारी सूची में नहीं है। बिना कार्ड आगे बढ़ें, या दर्ज करने के लिए F6 दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/cards.py" />
   <source>Card {card} is printed, copy {n}: {printer}.</source>
   <translation>कार्ड {card} छप गया, प्रति {n}: {printer}।</translation>
  </message>
  <message>
   <location filename="../../ui/cards.py" />
   <source>Card {card} is printed: {printer}.</source>
   <translation>कार्ड {card} छप गया: {printer}।</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Card {number}</source>
   <translation>कार्ड {number}</translation>
  </message>
  <message>
   <location filename="../../ui/members/page.py" />
   <source>Card, phone, last four digits or name</source>
   <translation>कार्ड, फ़ोन, आख़िरी चार अंक या नाम</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Cards</source>
   <translation>कार्ड</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Cards, friends brought, tiers</source>
   <translation>कार्ड, लाए गए मित्र, स्तर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Carry over</source>
   <translation>आगे ले जाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/billing/pay_pane.py" />
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>Cash</source>
   <translation>नकद</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Cash can be given back now, and the server checks it later: it takes the points back, or shows a manager what does not fit. A manager approves. Esc leaves it.</source>
   <translation>नकद अभी लौटाया जा सकता है और सर्वर बाद में जाँचता है: वह पॉइंट वापस लेता है, या जो मेल नहीं खाता उसे मैनेजर को दिखाता है। मैनेजर मंज़ूरी देते हैं। Esc से छोड़ दें।</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Cash counted</source>
   <translation>नकद गिना गया</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Cash given</source>
   <translation>दिया गया नकद</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Cash in the drawer now (the float)</source>
   <translation>अभी दराज़ में नकद (शुरुआती रकम)</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Cash into the drawer that is no sale</source>
   <translation>दराज़ में आया नकद जो बिक्री नहीं है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Cash out of the drawer that is no return</source>
   <translation>दराज़ से गया नकद जो वापसी नहीं है</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Cash to give back</source>
   <translation>लौटाने का नकद</translation>
  </message>
  <message>
   <location filename="../../ui/point_words.py" />
   <location filename="../../ui/programmes/wording.py" />
   <location filename="../../ui/reward_words.py" />
   <source>Cashback</source>
   <translation>कैशबैक</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/lock/wording.py" />
   <location filename="../../ui/staff/wording.py" />
   <source>Cashier</source>
   <translation>कैशियर</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Categories</source>
   <translation>श्रेणियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/rates/table.py" />
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Category</source>
   <translation>श्रेणी</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Category discount</source>
   <translation>श्रेणी छूट</translation>
  </message>
  <message>
   <location filename="../../ui/billing/categories.py" />
   <source>Category {key}, {name}, {rate}</source>
   <translation>श्रेणी {key}, {name}, {rate}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Change</source>
   <translation>बदलें</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Change details</source>
   <translation>ब्योरा बदलें</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Change for a customer</source>
   <translation>ग्राहक के लिए छुट्टा</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Change from the bank</source>
   <translation>बैंक से छुट्टा</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Change of a member's details</source>
   <translation>सदस्य के ब्योरे में बदलाव</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Change of staff</source>
   <translation>कर्मचारियों में बदलाव</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <location filename="../../ui/billing/views.py" />
   <source>Change {money}</source>
   <translation>लौटाएँ {money}</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>Changed</source>
   <translation>बदला</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Changed at two places</source>
   <translation>दो जगह बदला गया</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Changed.</source>
   <translation>बदल गया।</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Check</source>
   <translation>देखें</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Check settled</source>
   <translation>जाँच निपटी</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Checked the drawer</source>
   <translation>दराज़ देखी</translation>
  </message>
  <message>
   <location filename="../../ui/approval/wording.py" />
   <source>Checking…</source>
   <translation>जाँच हो रही है…</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Choice</source>
   <translation>चुनाव</translation>
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Choose</source>
   <translation>चुनें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Choose a campaign that they take part in</source>
   <translation>वह अभियान चुनें जिसमें ग्राहक भाग लेगा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Choose a file</source>
   <translation>फ़ाइल चुनें</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>Choose a file first: F2, or drop it here. Nothing was imported.</source>
   <translation>पहले फ़ाइल चुनें: F2, या उसे यहाँ छोड़ें। कुछ भी आयात नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/page.py" />
   <source>Choose a list of products</source>
   <translation>उत्पादों की सूची चुनें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Choose how the bill is paid</source>
   <translation>चुनें कि बिल कैसे चुकाया जाए</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Choose points</source>
   <translation>पॉइंट चुनें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Choose the batch of {name} first; what was scanned comes after it.</source>
   <translation>पहले {name} का बैच चुनें; जो स्कैन हुआ वह उसके बाद आएगा।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Choose the days of the report</source>
   <translation>रिपोर्ट के दिन चुनें</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Choose the file of the list with F2, or begin empty.</source>
   <translation>F2 से सूची की फ़ाइल चुनें, या ख़ाली शुरू करें।</translation>
  </message>
  <message>
   <location filename="../../ui/typed.py" />
   <source>Choose the reward that it gives a voucher of.</source>
   <translation>वह इनाम चुनें जिसका वाउचर यह देता है।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Choose where receipts are printed. Other printers are set up later: Ctrl+Shift+R.</source>
   <translation>चुनें कि रसीदें कहाँ छपेंगी। दूसरे प्रिंटर बाद में जोड़े जाते हैं: Ctrl+Shift+R।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>Choose with the arrows, type the PIN, press Enter. Or scan a staff card.</source>
   <translation>तीरों से चुनें, PIN लिखें, Enter दबाएँ। या कर्मचारी कार्ड स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Chosen later</source>
   <translation>बाद में चुना गया</translation>
  </message>
  <message>
   <location filename="../../ui/health/state.py" />
   <location filename="../../ui/status/views.py" />
   <source>Clock</source>
   <translation>घड़ी</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Clock is wrong</source>
   <translation>घड़ी ग़लत है</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Clock is {n} min wrong</source>
   <translation>घड़ी {n} मिनट ग़लत है</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Clock was far off</source>
   <translation>घड़ी बहुत ग़लत थी</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Close shift</source>
   <translation>शिफ़्ट बंद करें</translation>
  </message>
  <message>
   <location filename="../../ui/shift/presenter.py" />
   <source>Close the shift with a difference of {money}</source>
   <translation>{money} के अंतर के साथ शिफ़्ट बंद करें</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/table.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Code</source>
   <translation>कोड</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Code of an item</source>
   <translation>सामान का कोड</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Code of this counter</source>
   <translation>इस काउंटर का कोड</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/code_picture.py" />
   <source>Code {code} to scan</source>
   <translation>स्कैन करने का कोड {code}</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Coins, together</source>
   <translation>सिक्के, कुल मिलाकर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Colours</source>
   <translation>रंग</translation>
  </message>
  <message>
   <location filename="../../ui/returns/table.py" />
   <source>Comes back</source>
   <translation>वापस आता है</translation>
  </message>
  <message>
   <location filename="../../ui/palette/box.py" />
   <source>Command</source>
   <translation>आदेश</translation>
  </message>
  <message>
   <location filename="../../ui/keys/page.py" />
   <location filename="../../ui/palette/box.py" />
   <source>Commands</source>
   <translation>आदेश</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Complaint</source>
   <translation>शिकायत</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Copied totals</source>
   <translation>कॉपी किए योग</translation>
  </message>
  <message>
   <location filename="../../ui/health/presenter.py" />
   <source>Copied: what a helper has to know, without names, phones and cards. Paste it where they asked for it.</source>
   <translation>कॉपी हो गया: मदद करने वाले को जो जानना है, बिना नाम, फ़ोन और कार्ड के। जहाँ माँगा गया है वहाँ चिपकाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Copies of the data file: made, tried, put back</source>
   <translation>डेटा फ़ाइल की प्रतियाँ: बनाना, जाँचना, वापस लगाना</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Copy</source>
   <translation>प्रति</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Copy details</source>
   <translation>ब्योरा कॉपी करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Copy diagnostics</source>
   <translation>जाँच की जानकारी कॉपी करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Copy the data file; selling goes on</source>
   <translation>डेटा फ़ाइल की प्रति बनाएँ; बिक्री चलती रहती है</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>Copy this code on a card now: it is shown this once. Whoever holds the card is {name}.</source>
   <translation>यह कोड अभी किसी कार्ड पर उतारें: यह एक ही बार दिखता है। जिसके पास कार्ड है वही {name} है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Copy what a helper has to know; it names nobody</source>
   <translation>मदद करने वाले के लिए जानकारी कॉपी करें; उसमें किसी का नाम नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Correct the points by hand</source>
   <translation>पॉइंट हाथ से ठीक करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Cost</source>
   <translation>लागत</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Costs, in points</source>
   <translation>कीमत, पॉइंट में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Count and close</source>
   <translation>गिनें और बंद करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Count the cash, then close the shift</source>
   <translation>नकद गिनें, फिर शिफ़्ट बंद करें</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Count what is in the drawer, type it and open the shift.</source>
   <translation>दराज़ में जो है वह गिनें, लिखें और शिफ़्ट खोलें।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Count what is in the drawer. What should be there is told afterwards.</source>
   <translation>दराज़ में जो है वह गिनें। कितना होना चाहिए यह बाद में बताया जाएगा।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>Counted</source>
   <translation>गिन लिया</translation>
  </message>
  <message>
   <location filename="../../ui/shift/panes.py" />
   <source>Counted {total}</source>
   <translation>गिना {total}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Counter</source>
   <translation>काउंटर</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Counter and server did not know the same of some members. The server told them anew; no entry was lost.</source>
   <translation>कुछ सदस्यों के बारे में काउंटर और सर्वर की जानकारी अलग थी। सर्वर ने नए सिरे से बता दी; कोई प्रविष्टि नहीं खोई।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Counter not signed in</source>
   <translation>काउंटर जुड़ा नहीं है</translation>
  </message>
  <message>
   <location filename="../../ui/header.py" />
   <source>Counter {code}</source>
   <translation>काउंटर {code}</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Counter {counter}</source>
   <translation>काउंटर {counter}</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Courier or transport</source>
   <translation>कूरियर या ढुलाई</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Customer</source>
   <translation>ग्राहक</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/issue/page.py" />
   <source>Customer agrees</source>
   <translation>ग्राहक की सहमति</translation>
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>Customer on this bill</source>
   <translation>इस बिल के ग्राहक</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>Cuts the paper</source>
   <translation>काग़ज़ काटता है</translation>
  </message>
  <message>
   <location filename="../../ui/draft_editor.py" />
   <source>DD/MM/YYYY</source>
   <translation>दिन/माह/वर्ष</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Dark</source>
   <translation>गहरा</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <location filename="../../ui/rewards/editor.py" />
   <location filename="../../ui/rewards/table.py" />
   <location filename="../../ui/rules/editor.py" />
   <source>Dates</source>
   <translation>तारीख़ें</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Day</source>
   <translation>दिन</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/programmes/editor.py" />
   <location filename="../../ui/reports/wording.py" />
   <source>Days</source>
   <translation>दिन</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Days before they go, from which on receipts and the counter tell of it: 0 to 366.</source>
   <translation>समाप्ति से इतने दिन पहले से रसीद और काउंटर बताते हैं: 0 से 366।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Days in which a cashier takes a bill back alone: 0 to 3650.</source>
   <translation>जितने दिनों तक कैशियर अकेले बिल वापस लेते हैं: 0 से 3650।</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Days of grace</source>
   <translation>मोहलत के दिन</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Days until points can be used</source>
   <translation>पॉइंट चलने तक दिन</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Dec</source>
   <translation>दिस॰</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Decide so, as the first button says</source>
   <translation>पहले बटन के अनुसार तय करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Decide so, as the second button says</source>
   <translation>दूसरे बटन के अनुसार तय करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Decide so, as the third button says</source>
   <translation>तीसरे बटन के अनुसार तय करें</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Decided twice</source>
   <translation>दो बार तय किया गया</translation>
  </message>
  <message>
   <location filename="../../ui/status/presenter.py" />
   <source>Decided: {choice}. It stands under Settled.</source>
   <translation>तय हुआ: {choice}। यह "निपटे हुए" में है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Decision rules: points on top, multipliers, other rates, for whom and when</source>
   <translation>नियम: ऊपर से पॉइंट, गुणा, दूसरी दरें, किसके लिए और कब</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Detail</source>
   <translation>ब्योरा</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Device</source>
   <translation>उपकरण</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Difference</source>
   <translation>अंतर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Difference of a drawer</source>
   <translation>दराज़ का अंतर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Discard bill</source>
   <translation>बिल हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Discarded bill</source>
   <translation>हटाया गया बिल</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/rates/wording.py" />
   <source>Discount</source>
   <translation>छूट</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Discount by hand</source>
   <translation>हाथ से छूट</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>Discount coupon</source>
   <translation>छूट कूपन</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Discount in %</source>
   <translation>छूट % में</translation>
  </message>
  <message>
   <location filename="../../ui/health/state.py" />
   <source>Disk</source>
   <translation>डिस्क</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>Disk cannot be read</source>
   <translation>डिस्क पढ़ी नहीं जा सकती</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <location filename="../../ui/standing/wording.py" />
   <source>Disk nearly full</source>
   <translation>डिस्क लगभग भर गई</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Disk trouble</source>
   <translation>डिस्क में गड़बड़</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Display</source>
   <translation>दिखावट</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Do that step again</source>
   <translation>वही क़दम फिर करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Do the return exactly as it is shown, and print its paper</source>
   <translation>वापसी ठीक वैसी करें जैसी दिख रही है, और उसका काग़ज़ छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Do what the form says</source>
   <translation>जैसा फ़ॉर्म कहता है वैसा करें</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Done</source>
   <translation>हो गया</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Drawer opened</source>
   <translation>दराज़ खोली गई</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/page.py" />
   <source>Drop a file here, or type where it is</source>
   <translation>फ़ाइल यहाँ छोड़ें, या लिखें कि वह कहाँ है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Drop the draft</source>
   <translation>मसौदा हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Drug licence</source>
   <translation>दवा लाइसेंस</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Drug licences</source>
   <translation>दवा लाइसेंस</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <location filename="../../ui/members/forms.py" />
   <source>E-mail</source>
   <translation>ई-मेल</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>Each day soon after the counter opens, and when it closes. Once a week one is put back to try.</source>
   <translation>हर दिन काउंटर खुलने के थोड़ी देर बाद, और बंद होते समय। हफ़्ते में एक बार किसी एक को लगाकर जाँचा जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Each paper becomes a file. Without a folder, they go to the receipts of the data folder.</source>
   <translation>हर काग़ज़ फ़ाइल बनता है। फ़ोल्डर न हो तो वे डेटा फ़ोल्डर की रसीदों में जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Earlier</source>
   <translation>पहले</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/members/wording.py" />
   <source>Earned</source>
   <translation>मिले</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Earned and used</source>
   <translation>मिले और लगे</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Earned points taken back</source>
   <translation>मिले पॉइंट वापस लिए</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Earns</source>
   <translation>कमाई</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Email</source>
   <translation>ईमेल</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>End of a file lost</source>
   <translation>फ़ाइल का अंत खो गया</translation>
  </message>
  <message>
   <location filename="../../ui/tour/tasks.py" />
   <source>Enrol a new customer: a phone and a name, then save.</source>
   <translation>नया ग्राहक जोड़ें: फ़ोन और नाम, फिर सहेजें।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Enrol a new member</source>
   <translation>नया सदस्य बनाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Enrolled</source>
   <translation>सदस्य बने</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Enrolled in other stores</source>
   <translation>अन्य दुकानों में नामांकित</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Enrolled in the stores</source>
   <translation>इन दुकानों में सदस्य बने</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/billing/box.py" />
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>Enter asks the server whether any is left</source>
   <translation>Enter सर्वर से पूछता है कि कोई बचा है या नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>Enter or Tab at the end</source>
   <translation>अंत में Enter या Tab</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/pin_pad.py" />
   <source>Enter the PIN</source>
   <translation>PIN डालें</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Entries</source>
   <translation>प्रविष्टियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Entries that came late</source>
   <translation>देर से आई प्रविष्टियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Entries that cannot be sent</source>
   <translation>प्रविष्टियाँ जो भेजी नहीं जा सकतीं</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Entry</source>
   <translation>प्रविष्टि</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Entry not posted</source>
   <translation>प्रविष्टि दर्ज नहीं हुई</translation>
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>Esc goes back to the bill</source>
   <translation>Esc से बिल पर लौटें</translation>
  </message>
  <message>
   <location filename="../../ui/help.py" />
   <source>Esc or F1 goes back to the bill</source>
   <translation>Esc या F1 से बिल पर लौटें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Every key on one page, as a PDF</source>
   <translation>सब कुंजियाँ एक पन्ने पर, PDF में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Every rule at one bill, and why it applies</source>
   <translation>एक बिल पर हर नियम, और वह क्यों लागू होता है</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>Every tier earns and pays alike in it, and what it gives is money.</source>
   <translation>इसमें हर स्तर एक जैसा कमाता और चुकाता है, और जो मिलता है वह पैसा है।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>Every tier earns and pays alike in it.</source>
   <translation>इसमें हर स्तर एक जैसा कमाता और चुकाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>Everything</source>
   <translation>सब कुछ</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Everything is sent, and everything the server told is here.</source>
   <translation>सब भेजा जा चुका है, और सर्वर ने जो बताया वह सब यहाँ है।</translation>
  </message>
  <message>
   <location filename="../../ui/members/presenter.py" />
   <source>Everything kept of this member is in {file}. It was noted who took it out.</source>
   <translation>इस सदस्य का रखा सब कुछ {file} में है। किसने निकाला यह दर्ज हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Everything that is set up at this counter</source>
   <translation>इस काउंटर पर जो कुछ तय किया गया है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Everything that moved points</source>
   <translation>जिन-जिन से पॉइंट बदले</translation>
  </message>
  <message>
   <location filename="../../ui/returns/page.py" />
   <source>Everything this return moves</source>
   <translation>यह वापसी जो कुछ बदलती है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Everything written at its usual size</source>
   <translation>सारा लिखा अपने सामान्य आकार में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Everything written becomes larger, up to twice</source>
   <translation>सारा लिखा बड़ा हो जाता है, दुगुने तक</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Everything written becomes larger, up to twice.</source>
   <translation>सारा लिखा हुआ बड़ा होता है, दुगुने तक।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Everything written becomes smaller again</source>
   <translation>सारा लिखा फिर छोटा हो जाता है</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Everything written becomes smaller again.</source>
   <translation>सारा लिखा हुआ फिर छोटा होता है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Everywhere</source>
   <translation>हर जगह</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Evidence</source>
   <translation>सबूत</translation>
  </message>
  <message>
   <location filename="../../ui/returns/evidence.py" />
   <source>Evidence of bill {number}</source>
   <translation>बिल {number} का सबूत</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Exact cash</source>
   <translation>पूरा नकद</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Exact cash and print, without asking</source>
   <translation>पूरा नकद और रसीद, बिना पूछे</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Excel</source>
   <translation>Excel</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Expect a usual scanner again</source>
   <translation>फिर साधारण स्कैनर मानें</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Expected seq</source>
   <translation>अपेक्षित क्रम</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>Expected: {parts}.</source>
   <translation>होना चाहिए: {parts}।</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>Experience</source>
   <translation>अनुभव</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Expire</source>
   <translation>समाप्ति</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Expired</source>
   <translation>समाप्त</translation>
  </message>
  <message>
   <location filename="../../ui/billing/goods_views.py" />
   <source>Expired {month}, not for sale</source>
   <translation>{month} में समाप्त, बिक्री के लिए नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/goods_views.py" />
   <source>Expires {month}</source>
   <translation>{month} में समाप्त</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Expiring</source>
   <translation>समाप्त होने वाले</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Expiry</source>
   <translation>समाप्ति</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Expiry undone</source>
   <translation>समाप्ति वापस ली</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Export cases</source>
   <translation>जाँचें फ़ाइल में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Export data</source>
   <translation>ब्योरा निकालें</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>F9 gives it back exactly as shown here.</source>
   <translation>F9 से ठीक वैसे ही लौटता है जैसा यहाँ दिखाया है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/review_pane.py" />
   <source>Facts of both sides</source>
   <translation>दोनों ओर के तथ्य</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Feb</source>
   <translation>फ़र॰</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Fewer</source>
   <translation>कम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/figures/page.py" />
   <source>Figures</source>
   <translation>आँकड़े</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>Figures v{version}</source>
   <translation>आँकड़े v{version}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Figures, rates and rules as they are published</source>
   <translation>आँकड़े, दरें और नियम जैसे लागू हैं</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/page.py" />
   <source>File</source>
   <translation>फ़ाइल</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>File of the list</source>
   <translation>सूची की फ़ाइल</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Find a command by its name</source>
   <translation>आदेश को नाम से ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>Find a customer</source>
   <translation>ग्राहक ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Find a customer, or look at the one on the bill</source>
   <translation>ग्राहक ढूँढें, या बिल के ग्राहक को देखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/members/page.py" />
   <source>Find a member</source>
   <translation>सदस्य ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Find a member first: scan a card, or type into the box.</source>
   <translation>पहले सदस्य ढूँढें: कार्ड स्कैन करें, या ऊपर लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Find the bill</source>
   <translation>बिल ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Find the list on this computer</source>
   <translation>इस कंप्यूटर पर सूची ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Finish now</source>
   <translation>तुरंत पूरा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>First choice</source>
   <translation>पहला विकल्प</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>First run</source>
   <translation>पहली शुरुआत</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Folder</source>
   <translation>फ़ोल्डर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Folder of backups</source>
   <translation>बैकअप का फ़ोल्डर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Folder of totals</source>
   <translation>योगों का फ़ोल्डर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Foot of receipts</source>
   <translation>रसीद का अंत</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>For a friend's bill</source>
   <translation>मित्र के बिल के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>For a scan, and for what is refused; the strip says the same in words.</source>
   <translation>स्कैन होने पर, और जो मना हो उस पर; पट्टी वही शब्दों में बताती है।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/rules/wording.py" />
   <source>For every</source>
   <translation>हर</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>For so many days</source>
   <translation>इतने दिनों के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>For the category</source>
   <translation>श्रेणी के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/drives/table.py" />
   <source>For whom</source>
   <translation>किनके लिए</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Forget</source>
   <translation>भूल जाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Forget the case</source>
   <translation>जाँच हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>Forgotten: the counter expects a usual scanner again.</source>
   <translation>भुला दिया: काउंटर अब फिर साधारण स्कैनर मानता है।</translation>
  </message>
  <message>
   <location filename="../../ui/members/page.py" />
   <source>Found</source>
   <translation>मिले</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/devices.py" />
   <source>Found on this computer</source>
   <translation>इस कंप्यूटर पर मिला</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>Free delivery</source>
   <translation>मुफ़्त डिलीवरी</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>Free product</source>
   <translation>मुफ़्त सामान</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>Fri</source>
   <translation>शुक्र</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>From</source>
   <translation>से</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>From now on this bill must bring what it brings as drafted, or nothing is published</source>
   <translation>अब से इस बिल पर वही मिलना चाहिए जो मसौदे में मिलता है, वरना कुछ प्रकाशित नहीं होता</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>From seq</source>
   <translation>क्रम से</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <location filename="../../ui/programmes/editor.py" />
   <location filename="../../ui/rewards/editor.py" />
   <location filename="../../ui/rules/editor.py" />
   <source>From the day</source>
   <translation>इस दिन से</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>From the hour</source>
   <translation>इस समय से</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <location filename="../../ui/rewards/table.py" />
   <source>From tier</source>
   <translation>किस स्तर से</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>From – to</source>
   <translation>से – तक</translation>
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>Front of the card</source>
   <translation>कार्ड का सामने का हिस्सा</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>GST</source>
   <translation>GST</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>GST number on receipts, 15 letters and digits; empty prints none.</source>
   <translation>रसीदों पर GST नंबर, 15 अक्षर और अंक; ख़ाली हो तो नहीं छपता।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>GSTIN</source>
   <translation>GSTIN</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>GSTIN: {number}</source>
   <translation>GSTIN: {number}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Give another card; the lost one stops at once</source>
   <translation>दूसरा कार्ड दें; खोया हुआ तुरंत बंद हो जाता है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Give back</source>
   <translation>लौटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/returns/page.py" />
   <source>Give back {cash}</source>
   <translation>{cash} लौटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Give or take points, with a reason</source>
   <translation>कारण के साथ पॉइंट दें या लें</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>Give the campaign a title first: members read it.</source>
   <translation>पहले अभियान को शीर्षक दें: सदस्य उसे पढ़ते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Give the marked command another key</source>
   <translation>चुने हुए आदेश को दूसरी कुंजी दें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Give the money back in another way</source>
   <translation>पैसे दूसरे तरीक़े से लौटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>Give the reward a name first.</source>
   <translation>पहले इनाम को नाम दें।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Give the rule a name first.</source>
   <translation>पहले नियम का नाम लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/segments/wording.py" />
   <source>Give the segment a name first: rules will call it so.</source>
   <translation>पहले समूह को नाम दें: नियम उसे इसी नाम से पुकारेंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>Give the tier a name first: members and rules will call it so.</source>
   <translation>पहले स्तर को नाम दें: सदस्य और नियम उसे इसी नाम से पुकारेंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Give up</source>
   <translation>छोड़ दें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Give up joining the server</source>
   <translation>सर्वर से जुड़ना छोड़ दें</translation>
  </message>
  <message>
   <location filename="../../ui/returns/unseen.py" />
   <source>Give {cash} back for bill {number}</source>
   <translation>बिल {number} के {cash} लौटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Give {cash} in cash. The server checks bill {number} when it can.</source>
   <translation>{cash} नकद दें। सर्वर बिल {number} को मौक़ा मिलते ही जाँचेगा।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Give {ways}</source>
   <translation>{ways} दें</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Given back</source>
   <translation>लौटाया</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Given back before</source>
   <translation>पहले लौटाया</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Given back now</source>
   <translation>अब लौटाया</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Given back twice</source>
   <translation>दो बार लौटाया गया</translation>
  </message>
  <message>
   <location filename="../../ui/settings/finding.py" />
   <source>Given from outside as {name}: it is changed there.</source>
   <translation>बाहर से {name} के रूप में दिया गया: वहीं बदला जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Given up. It is not printed by itself any more; Ctrl+P prints a bill's receipt when it is asked for.</source>
   <translation>छोड़ दिया। अब यह अपने आप नहीं छपेगा; Ctrl+P माँगने पर बिल की रसीद छापता है।</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Gives points</source>
   <translation>पॉइंट देता है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Go ahead: what the hint or the button says</source>
   <translation>आगे बढ़ें: जैसा संकेत या बटन कहे</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Go ahead: what the large button says</source>
   <translation>आगे बढ़ें: जैसा बड़ा बटन कहे</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Go back to it</source>
   <translation>इस पर लौटें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/firstrun/wording.py" />
   <source>Go on</source>
   <translation>आगे बढ़ें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Go on with +91 and the ten digits of the phone.</source>
   <translation>+91 और फ़ोन के दस अंक लिखते जाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Go on with the last four digits of the phone or card, like .5678.</source>
   <translation>फ़ोन या कार्ड के आख़िरी चार अंक लिखते जाएँ, जैसे .5678।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Go on with the whole bill number, like #A1/26-27/000123.</source>
   <translation>पूरा बिल नंबर लिखते जाएँ, जैसे #A1/26-27/000123।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Go on with this customer</source>
   <translation>इस ग्राहक के साथ आगे बढ़ें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Go on without this customer's card</source>
   <translation>इस ग्राहक के कार्ड के बिना आगे बढ़ें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Go to the box</source>
   <translation>लिखने की जगह पर जाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <source>Goal</source>
   <translation>लक्ष्य</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/table.py" />
   <source>Good for</source>
   <translation>मान्यता</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Good for so many days</source>
   <translation>कितने दिन मान्य</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Goodwill</source>
   <translation>सद्भाव</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>HSN</source>
   <translation>HSN</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/health/page.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Health of the counter</source>
   <translation>काउंटर की सेहत</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Heard now</source>
   <translation>अभी पता चला</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Help</source>
   <translation>मदद</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Hold</source>
   <translation>रोकें</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Holds</source>
   <translation>लागू</translation>
  </message>
  <message>
   <location filename="../../ui/rules/table.py" />
   <source>Holds for</source>
   <translation>किस पर लागू</translation>
  </message>
  <message>
   <location filename="../../ui/typed.py" />
   <source>Hours have a beginning and an end, both as 18:30.</source>
   <translation>समय में शुरू और अंत दोनों होते हैं, जैसे 18:30।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Hours, like 18:30</source>
   <translation>समय, जैसे 18:30</translation>
  </message>
  <message>
   <location filename="../../ui/status/page.py" />
   <source>How counter and server stand</source>
   <translation>काउंटर और सर्वर की हालत</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>How everything is now</source>
   <translation>अभी सब कैसा है</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>How many of these</source>
   <translation>ये कितने</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <source>How much</source>
   <translation>कितना</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>How points are earned</source>
   <translation>पॉइंट कैसे मिलते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>How points pay</source>
   <translation>पॉइंट कैसे चुकाते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>How this printer is set up</source>
   <translation>यह प्रिंटर कैसे लगा है</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>How tiers are reached is in the draft. F9 publishes it together with rates and rules.</source>
   <translation>स्तरों तक पहुँचने का तरीका मसौदे में है। F9 उसे दरों और नियमों के साथ प्रकाशित करता है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>How to begin</source>
   <translation>शुरुआत कैसे करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>How to practise where nothing counts</source>
   <translation>बिना असर के अभ्यास कैसे करें</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>How to practise where nothing counts.</source>
   <translation>जहाँ कुछ गिना नहीं जाता, वहाँ अभ्यास कैसे करें।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>I have seen it</source>
   <translation>मैंने देख लिया</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>I have the newer file</source>
   <translation>नई फ़ाइल मेरे पास है</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Import a list of members</source>
   <translation>सदस्यों की सूची लाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Import a list of products</source>
   <translation>उत्पादों की सूची लाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Import a list of products; it is tried first</source>
   <translation>उत्पादों की सूची आयात करें; पहले वह जाँची जाती है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Import the good rows</source>
   <translation>सही पंक्तियाँ आयात करें</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Import the list of what the shop sells.</source>
   <translation>दुकान जो बेचती है, उसकी सूची लाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Import what is fine of the list</source>
   <translation>सूची में जो ठीक है उसे आयात करें</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>Imported: {added} new, {changed} changed.</source>
   <translation>आयात हुआ: {added} नए, {changed} बदले।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>Importing …</source>
   <translation>आयात हो रहा है …</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>In a list</source>
   <translation>सूची में</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>In other words</source>
   <translation>दूसरे शब्दों में</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>In segments</source>
   <translation>समूह</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>In shifts only</source>
   <translation>केवल शिफ़्ट में</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>In training nothing counts, so nothing is backed up.</source>
   <translation>प्रशिक्षण में कुछ नहीं गिना जाता, इसलिए बैकअप नहीं होता।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>In training: the next of six tasks, timed</source>
   <translation>प्रशिक्षण में: छह कामों में से अगला, समय के साथ</translation>
  </message>
  <message>
   <location filename="../../ui/draft_page.py" />
   <source>In words</source>
   <translation>शब्दों में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Into the draft</source>
   <translation>मसौदे में रखें</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>It has more cells than the list has columns: put an amount like “1,250” in quotes.</source>
   <translation>इसमें सूची के स्तंभों से अधिक खाने हैं: “1,250” जैसी राशि को उद्धरण चिह्नों में लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>It has two tiers at least.</source>
   <translation>इसमें कम से कम दो स्तर हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>It is archived: it can be read, and not be changed any more.</source>
   <translation>यह अभिलेख में है: पढ़ा जा सकता है, अब बदला नहीं जा सकता।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>It is asked for this voucher until it says yes or no. Nothing is lost, and it gives it once at most.</source>
   <translation>जब तक वह हाँ या ना न कहे, उससे यह वाउचर माँगा जाता रहेगा। कुछ खोया नहीं है, और वह इसे एक ही बार देगा।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>It is being printed.</source>
   <translation>छप रहा है।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>It is in force as rates v{version}.</source>
   <translation>यह दरें v{version} के रूप में लागू है।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>It is right to the last coin.</source>
   <translation>आख़िरी सिक्के तक सही है।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/panes.py" />
   <source>It is written down first; then the drawer opens.</source>
   <translation>पहले लिखा जाता है; फिर दराज़ खुलती है।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>It waits for its day as rates v{version}.</source>
   <translation>यह दरें v{version} के रूप में अपने दिन की प्रतीक्षा में है।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>It was in force as rates v{version}, and begins again with those.</source>
   <translation>यह दरें v{version} के रूप में लागू था, और उन्हीं के साथ फिर शुरू होगा।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>It was let free at one counter and blocked at another. The stricter of the two holds.</source>
   <translation>एक काउंटर पर चालू हुआ और दूसरे पर बंद। दोनों में से सख़्त वाला लागू है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>It was made here and does not go with what the server told since. It is kept and was sent as it is.</source>
   <translation>यह यहाँ बनी और सर्वर के बाद में बताए से मेल नहीं खाती। यह रखी गई है और जैसी थी वैसी भेजी गई।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>It was never in force. It begins with the rates of the moment it is put in force.</source>
   <translation>यह कभी लागू नहीं हुआ। लागू किए जाते समय की दरों के साथ शुरू होगा।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>It was set before, or would go in a circle. The member stands; the first referral holds.</source>
   <translation>यह पहले से तय था, या घेरा बन जाता। सदस्य बना रहेगा; पहली सिफ़ारिश लागू है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>It was sold without a card: scan the card now, and its points are given.</source>
   <translation>यह बिना कार्ड बिका था: अब कार्ड स्कैन करें, उसके पॉइंट मिल जाएँगे।</translation>
  </message>
  <message>
   <location filename="../../ui/camera_words.py" />
   <source>It works: {width} × {height}, {frames} frames a second, {ms} ms a look, read by {decoder}.</source>
   <translation>चल रहा है: {width} × {height}, {frames} चित्र प्रति सेकंड, हर नज़र {ms} ms, पढ़ने वाला {decoder}।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <location filename="../../ui/returns/table.py" />
   <source>Item</source>
   <translation>आइटम</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Its counter had been silent for too long, and another used it meanwhile. Both bills stand.</source>
   <translation>उसका काउंटर बहुत देर से चुप था, और इस बीच दूसरे ने उसे उपयोग कर लिया। दोनों बिल बने रहेंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Its history goes to the server once: {entries}, bills and members as they were made. Nothing here is deleted, and selling goes on meanwhile. Members the chain knows already, by their phone, are proposed for merging. From then on the server decides about rates, tiers and expiry.</source>
   <translation>इसका इतिहास एक बार सर्वर को जाता है: {entries}, बिल और सदस्य जैसे बने थे। यहाँ कुछ नहीं मिटता और बिक्री चलती रहती है। जिन सदस्यों को शृंखला फ़ोन से पहले ही जानती है, उन्हें मिलाने का सुझाव आता है। उसके बाद दरें, स्तर और समाप्ति सर्वर तय करता है।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Its history is at the server. If it is paired again, nothing is sent twice: only what waits goes, with a new run of numbers.</source>
   <translation>इसका इतिहास सर्वर पर है। फिर जोड़ने पर कुछ दो बार नहीं भेजा जाता: सिर्फ़ जो रुका है वह जाता है, नए क्रम के नंबरों के साथ।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Its history is being sent; still to go: {entries}. Nothing here is deleted, and selling goes on meanwhile.</source>
   <translation>इसका इतिहास भेजा जा रहा है; बाकी: {entries}। यहाँ कुछ नहीं मिटता और बिक्री चलती रहती है।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Its number or device, like 0; empty for none.</source>
   <translation>उसका नंबर या उपकरण, जैसे 0; ख़ाली हो तो कोई नहीं।</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <source>Its rules</source>
   <translation>इसके नियम</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>Its rules may hold anything.</source>
   <translation>इसके नियमों में कुछ भी हो सकता है।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Its version, and where its files are.</source>
   <translation>इसका संस्करण, और इसकी फ़ाइलें कहाँ हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Jan</source>
   <translation>जन॰</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Join a chain, and what comes of it.</source>
   <translation>शृंखला से जुड़ना, और उससे क्या होता है।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Join an existing chain</source>
   <translation>मौजूदा शृंखला से जुड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Join your chain</source>
   <translation>अपनी शृंखला से जुड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Joined at least so many days ago</source>
   <translation>कम से कम इतने दिन पहले जुड़े</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/segments/editor.py" />
   <source>Joined so many days ago at most</source>
   <translation>जुड़े हुए, अधिकतम इतने दिन</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Joined, and the chain's rules are here.</source>
   <translation>जुड़ गया, और शृंखला के नियम आ गए।</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Joined, days ago</source>
   <translation>जुड़े, इतने दिन पहले</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Joined. The chain's rules are on their way; go on once they have come.</source>
   <translation>जुड़ गया। शृंखला के नियम आ रहे हैं; उनके आने पर आगे बढ़ें।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Joining {store} at {host}. Its history is being sent.</source>
   <translation>{host} पर {store} से जुड़ रहा है। इसका इतिहास भेजा जा रहा है।</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Jul</source>
   <translation>जुल॰</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Jun</source>
   <translation>जून</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep as a case</source>
   <translation>जाँच में रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep the campaign as it is typed in the draft</source>
   <translation>अभियान जैसा लिखा है, वैसा मसौदे में रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep the marked setting as it is typed</source>
   <translation>चुनी हुई सेटिंग जैसी टाइप हुई है, वैसी रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep the reward as it is typed in the draft</source>
   <translation>इनाम जैसा लिखा है, वैसा मसौदे में रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep the rule as it is typed in the draft</source>
   <translation>लिखे नियम को मसौदे में रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep the segment as it is typed in the draft</source>
   <translation>समूह जैसा लिखा है, वैसा मसौदे में रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep the tier as it is typed</source>
   <translation>लिखे स्तर को मसौदे में रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep this answer, and ask the next</source>
   <translation>यह उत्तर रखें, और अगला पूछें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep this person as typed, with the new PIN</source>
   <translation>इस व्यक्ति को जैसा लिखा है वैसा रखें, नए PIN के साथ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep this printer as it is typed</source>
   <translation>प्रिंटर को जैसा लिखा है वैसा रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Keep what is typed, with a PIN</source>
   <translation>जो लिखा है उसे PIN के साथ सहेजें</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Keep working.</source>
   <translation>काम करते रहें।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Kept cases</source>
   <translation>रखी जाँचें</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Kept for longer</source>
   <translation>और समय तक रखे गए</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Kept no longer</source>
   <translation>अब उतने समय तक नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/settings/finding.py" />
   <source>Kept. It holds from the next start of the counter.</source>
   <translation>सहेजा गया। यह काउंटर के अगली बार खुलने से लागू होगा।</translation>
  </message>
  <message>
   <location filename="../../ui/keys/presenter.py" />
   <source>Kept: {key}. It holds from the next start of the counter.</source>
   <translation>सहेजा: {key}। काउंटर के अगली बार खुलने से लागू होगा।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_desk.py" />
   <source>Kept: “{case}” must bring {points} points and come to {amount}, or nothing is published.</source>
   <translation>रखा: “{case}” पर {points} पॉइंट मिलें और रकम {amount} हो, वरना कुछ प्रकाशित नहीं होता।</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>Key</source>
   <translation>चाबी</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/help.py" />
   <location filename="../../ui/keys/page.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Keys</source>
   <translation>कुंजियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/keys/presenter.py" />
   <source>Keys are not changed at this counter.</source>
   <translation>इस काउंटर पर कुंजियाँ नहीं बदलतीं।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Keys of commands</source>
   <translation>आदेशों की कुंजियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/help.py" />
   <source>Keys of the counter</source>
   <translation>काउंटर की कुंजियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/palette/overlay.py" />
   <source>Keys of this place</source>
   <translation>इस जगह की कुंजियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/keys/page.py" />
   <source>Keys – {shop}</source>
   <translation>कुंजियाँ – {shop}</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/editor.py" />
   <source>Kind</source>
   <translation>प्रकार</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Known before</source>
   <translation>पहले से ज्ञात</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/firstrun/panes.py" />
   <location filename="../../ui/members/forms.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/settings/entries.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Language</source>
   <translation>भाषा</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Language of messages and receipts</source>
   <translation>संदेशों और रसीदों की भाषा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Larger text</source>
   <translation>बड़ा लिखा</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Last answer</source>
   <translation>आख़िरी जवाब</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>Last backup</source>
   <translation>पिछला बैकअप</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/returns/page.py" />
   <source>Last bill</source>
   <translation>पिछला बिल</translation>
  </message>
  <message>
   <location filename="../../ui/returns/page.py" />
   <source>Last bill of {name}</source>
   <translation>{name} का पिछला बिल</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Last month</source>
   <translation>पिछला महीना</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>Last proven</source>
   <translation>पिछली जाँच</translation>
  </message>
  <message>
   <location filename="../../ui/status/table.py" />
   <source>Last trouble</source>
   <translation>आख़िरी गड़बड़</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Last up to date {when}</source>
   <translation>आख़िरी बार ताज़ा {when}</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Last visit {day}, {amount}</source>
   <translation>पिछली बार {day}, {amount}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Last visit {day}, {money}</source>
   <translation>पिछली बार {day}, {money}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/trying.py" />
   <source>Last {days} days, {n} bills:</source>
   <extracomment>One: Last {days} days, {n} bill:</extracomment>
   <translation>
    <numerusform>पिछले {days} दिन, {n} बिल:</numerusform>
    <numerusform>पिछले {days} दिन, {n} बिल:</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Later</source>
   <translation>बाद में</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Later points pay it back</source>
   <translation>बाद के पॉइंट चुकाएँगे</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>Learned and saved. Scans work like this from now on, on every page.</source>
   <translation>सीखकर रख लिया। अब से हर पन्ने पर स्कैन ऐसे ही चलेंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Leave it as it is</source>
   <translation>जैसा है रहने दें</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Leave it out, on file</source>
   <translation>छोड़ दें, दर्ज रहे</translation>
  </message>
  <message>
   <location filename="../../ui/tour/strip.py" />
   <source>Leave out</source>
   <translation>छोड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Leave the bill as sold</source>
   <translation>बिल जैसा बिका वैसा रहे</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Leave this question for later</source>
   <translation>यह प्रश्न बाद के लिए छोड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/page.py" />
   <source>Let it go on</source>
   <translation>फिर चलाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/drafting.py" />
   <source>Let the rates that wait never begin</source>
   <translation>जो दरें इंतज़ार में हैं, वे कभी शुरू न हों</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Let the server try it again</source>
   <translation>सर्वर फिर कोशिश करे</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Letters, faster</source>
   <translation>अक्षर, तेज़</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Liability</source>
   <translation>देनदारी</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/licences/page.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Licences</source>
   <translation>लाइसेंस</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Light</source>
   <translation>हल्का</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Light or dark.</source>
   <translation>हल्का या गहरा।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/binding.py" />
   <source>Like Tally</source>
   <translation>Tally जैसी</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Limit</source>
   <translation>सीमा</translation>
  </message>
  <message>
   <location filename="../../ui/rules/table.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Limits</source>
   <translation>सीमाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Line above</source>
   <translation>ऊपर की पंक्ति</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Line below</source>
   <translation>नीचे की पंक्ति</translation>
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>Lines of the bill</source>
   <translation>बिल की पंक्तियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/returns/table.py" />
   <source>Lines of the bill that can come back</source>
   <translation>बिल की पंक्तियाँ जो वापस आ सकती हैं</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/page.py" />
   <source>Lists of products</source>
   <translation>उत्पादों की सूचियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Lock</source>
   <translation>ताला</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Lock by itself</source>
   <translation>अपने आप ताला</translation>
  </message>
  <message>
   <location filename="../../ui/lock/page.py" />
   <source>Locked</source>
   <translation>ताला लगा है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Log folder</source>
   <translation>लॉग का फ़ोल्डर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Logo</source>
   <translation>लोगो</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Look again</source>
   <translation>फिर देखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Look for the file of the list</source>
   <translation>सूची की फ़ाइल ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Look through the camera for a moment</source>
   <translation>कैमरे से थोड़ी देर देखें</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>Looking at everybody: {done} of {of} …</source>
   <translation>सबको देखा जा रहा है: {of} में से {done} …</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Looking at the customer</source>
   <translation>ग्राहक देखते समय</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>Looking through the camera …</source>
   <translation>कैमरे से देखा जा रहा है …</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Lot</source>
   <translation>लॉट</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Lots</source>
   <translation>लॉट</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <source>Loyalty programme</source>
   <translation>लॉयल्टी कार्यक्रम</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Made</source>
   <translation>कब</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>Made {when}</source>
   <translation>{when} बना</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Make one now, test one, put one back.</source>
   <translation>अभी बनाएँ, जाँचें, या वापस लगाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <location filename="../../ui/staff/wording.py" />
   <source>Manager</source>
   <translation>मैनेजर</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Mar</source>
   <translation>मार्च</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Mark the line above</source>
   <translation>ऊपर की पंक्ति चुनें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Mark the line below</source>
   <translation>नीचे की पंक्ति चुनें</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>May</source>
   <translation>मई</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>May be left empty</source>
   <translation>खाली छोड़ सकते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Member</source>
   <translation>सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>Member saved. The card could not be printed. Scan it or find the member, then print it from F3.</source>
   <translation>सदस्य सुरक्षित है। कार्ड नहीं छपा। उसे स्कैन करें या सदस्य ढूँढें, फिर F3 से छापें।</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Member since {day}</source>
   <translation>{day} से सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/drives/table.py" />
   <location filename="../../ui/members/page.py" />
   <location filename="../../ui/segments/table.py" />
   <location filename="../../ui/tiers/table.py" />
   <source>Members</source>
   <translation>सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Members join at the counter, amounts are typed</source>
   <translation>सदस्य काउंटर पर जुड़ते हैं, रकम टाइप होती है</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Members merged</source>
   <translation>सदस्य मिलाए गए</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <location filename="../../ui/rules/editor.py" />
   <source>Members of segments</source>
   <translation>समूहों के सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/segments/editor.py" />
   <source>Members of the tiers</source>
   <translation>स्तरों के सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Members that rules and campaigns are for: made, changed and published with the rates</source>
   <translation>जिन सदस्यों के लिए नियम और अभियान हैं: बनाएँ, बदलें और दरों के साथ प्रकाशित करें</translation>
  </message>
  <message>
   <location filename="../../ui/segments/wording.py" />
   <source>Members that rules and campaigns can be for, by what they are and have bought. Each is judged anew at every bill.</source>
   <translation>नियम और अभियान किन सदस्यों के लिए हों: वे कौन हैं और क्या ख़रीदा है। हर बिल पर नए सिरे से देखा जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/header.py" />
   <source>Menu</source>
   <translation>मेन्यू</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/members/forms.py" />
   <source>Merge</source>
   <translation>मिलाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Merge a duplicate into {name}</source>
   <translation>दोहरे सदस्य को {name} में मिलाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Message</source>
   <translation>संदेश</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/scrolled.py" />
   <source>Middle of the page</source>
   <translation>पन्ने का बीच</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Mistake at the counter put right</source>
   <translation>काउंटर की ग़लती ठीक की</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>Model</source>
   <translation>मॉडल</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>Mon</source>
   <translation>सोम</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Money</source>
   <translation>पैसे</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Money put back</source>
   <translation>पैसे वापस रखे</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>More</source>
   <translation>और</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>More rewards than there are</source>
   <translation>जितने इनाम हैं उनसे ज़्यादा दिए गए</translation>
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>More than can be used on this bill</source>
   <translation>इस बिल पर जितने चल सकते हैं उससे ज़्यादा</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>More was given back of a bill than was left of it. No points moved twice; the money is a loss.</source>
   <translation>बिल का जितना बाक़ी था उससे ज़्यादा लौटा दिया गया। पॉइंट दो बार नहीं बदले; पैसों का नुक़सान हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Most given back</source>
   <translation>सबसे ज़्यादा वापसी</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Moved away</source>
   <translation>दूसरी ओर गए</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Moved here</source>
   <translation>यहाँ आए</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Movements</source>
   <translation>लेन-देन</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Movements before those that are shown</source>
   <translation>दिख रहे से पहले के लेन-देन</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/letterhead.py" />
   <source>My pharmacy</source>
   <translation>मेरी फ़ार्मेसी</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/issue/page.py" />
   <location filename="../../ui/issue/presenter.py" />
   <location filename="../../ui/members/forms.py" />
   <location filename="../../ui/printers/form.py" />
   <location filename="../../ui/programmes/editor.py" />
   <location filename="../../ui/rewards/editor.py" />
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/staff/page.py" />
   <location filename="../../ui/status/speech.py" />
   <location filename="../../ui/tier_words.py" />
   <source>Name</source>
   <translation>नाम</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Name of the case</source>
   <translation>जाँच का नाम</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Name of the shop</source>
   <translation>दुकान का नाम</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Name, as rules call it</source>
   <translation>नाम, जैसा नियमों में लिखा जाए</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Name, phone, e-mail, birthday, language</source>
   <translation>नाम, फ़ोन, ई-मेल, जन्मदिन, भाषा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/status/page.py" />
   <location filename="../../ui/status/views.py" />
   <source>Needs a check</source>
   <translation>जाँच चाहिए</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Net</source>
   <translation>शुद्ध</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Network</source>
   <translation>नेटवर्क</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/catalogue/wording.py" />
   <source>New</source>
   <translation>नया</translation>
  </message>
  <message>
   <location filename="../../ui/staff/page.py" />
   <source>New PIN</source>
   <translation>नया PIN</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/issue/page.py" />
   <location filename="../../ui/kinds.py" />
   <location filename="../../ui/members/forms.py" />
   <source>New card</source>
   <translation>नया कार्ड</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>New key</source>
   <translation>नई कुंजी</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>New member</source>
   <translation>नया सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>New printer</source>
   <translation>नया प्रिंटर</translation>
  </message>
  <message>
   <location filename="../../ui/tour/strip.py" />
   <source>Next task</source>
   <translation>अगला काम</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Next try</source>
   <translation>अगली कोशिश</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Next try {until}</source>
   <translation>अगली कोशिश {until}</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>No backup</source>
   <translation>बैकअप नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>No backup is in the folder yet.</source>
   <translation>फ़ोल्डर में अभी कोई बैकअप नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/paying.py" />
   <source>No bill has been made here yet. Type a bill number to print that one again.</source>
   <translation>यहाँ अभी कोई बिल नहीं बना। कोई बिल छापने के लिए उसका नंबर लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/shelf.py" />
   <source>No bill is on hold. F4 sets the open one aside.</source>
   <translation>कोई बिल रुका नहीं है। F4 खुले बिल को रोकता है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/shelf.py" />
   <source>No bill of the other program waits here.</source>
   <translation>दूसरे प्रोग्राम का कोई बिल यहाँ नहीं रुका है।</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>No camera is set up here: the setting camera is empty.</source>
   <translation>यहाँ कैमरा नहीं लगा है: कैमरे की सेटिंग ख़ाली है।</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <location filename="../../ui/scanner/page.py" />
   <source>No camera is set up.</source>
   <translation>कोई कैमरा नहीं लगा है।</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>No campaigns yet. F6 makes one: a title, its days, whom it is for, and which rules belong to it.</source>
   <translation>अभी कोई अभियान नहीं है। F6 से एक बनाएँ: शीर्षक, दिन, किनके लिए है, और कौन-से नियम इसके हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>No card</source>
   <translation>कोई कार्ड नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/paperwork.py" />
   <source>No card on this bill. Scan one first, or find the customer with F3.</source>
   <translation>इस बिल पर कार्ड नहीं है। पहले कार्ड स्कैन करें, या F3 से ग्राहक ढूँढें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>No card on this bill. Scan one first; then F8 uses its points.</source>
   <translation>इस बिल पर कार्ड नहीं है। पहले कार्ड स्कैन करें; फिर F8 उसके पॉइंट लगाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/rewards.py" />
   <source>No card on this bill. Scan one first; then choose a reward.</source>
   <translation>इस बिल पर कोई कार्ड नहीं है। पहले कार्ड स्कैन करें; फिर इनाम चुनें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/taking_part.py" />
   <source>No card on this bill. Scan one first; then they can take part.</source>
   <translation>इस बिल पर कोई कार्ड नहीं है। पहले कार्ड स्कैन करें; फिर ग्राहक भाग ले सकता है।</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>No card or product was found in that. Scan a member's card or a product.</source>
   <translation>उसमें कोई कार्ड या दवा नहीं मिली। सदस्य का कार्ड या कोई दवा स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/keys/page.py" />
   <source>No command has that in its name.</source>
   <translation>इस नाम का कोई आदेश नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>No customer on the counter's bill. Scan a card here, or the receipt.</source>
   <translation>काउंटर के बिल पर ग्राहक नहीं है। यहाँ कार्ड या रसीद स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>No figure is changed yet. What you type is tried on the bills of the last days at once.</source>
   <translation>अभी कोई आँकड़ा नहीं बदला। जो लिखें, वह तुरंत पिछले दिनों के बिलों पर परखा जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>No member has the phone {phone}. The bill goes on; press F6 to enrol them.</source>
   <translation>फ़ोन {phone} किसी सदस्य का नहीं है। बिल चलता रहेगा; सदस्य बनाने के लिए F6 दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>No member's name starts with “{prefix}”. The bill goes on; try the phone number.</source>
   <translation>“{prefix}” से किसी सदस्य का नाम शुरू नहीं होता। बिल चलता रहेगा; फ़ोन नंबर आज़माएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>No number</source>
   <translation>बिना नंबर</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>No phone or card ends in {digits}. The bill goes on; try the whole phone number or the name.</source>
   <translation>कोई फ़ोन या कार्ड {digits} पर ख़त्म नहीं होता। बिल चलता रहेगा; पूरा फ़ोन नंबर या नाम आज़माएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>No points can be used</source>
   <translation>कोई पॉइंट इस्तेमाल नहीं हो सकते</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>No points can be used on this bill: {why}.</source>
   <translation>इस बिल पर पॉइंट इस्तेमाल नहीं हो सकते: {why}।</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>No printer is set up here.</source>
   <translation>यहाँ कोई प्रिंटर नहीं लगाया गया।</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>No rate is changed yet. Mark one and press Enter; it is tried on the bills of the last days at once.</source>
   <translation>अभी कोई दर नहीं बदली। एक चुनकर Enter दबाएँ; वह तुरंत पिछले दिनों के बिलों पर आज़माई जाती है।</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>No rate is different from the version before it.</source>
   <translation>पिछले संस्करण से कोई दर अलग नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>No rewards are in this shop's catalogue.</source>
   <translation>इस दुकान की सूची में कोई इनाम नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>No rewards yet. F6 makes one: a coupon, a free product, an experience, for so many points.</source>
   <translation>अभी कोई इनाम नहीं है। F6 से एक बनाएँ: इतने पॉइंट में कूपन, मुफ़्त सामान या कोई अनुभव।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>No row of it can be imported. Nothing was changed; F6 saves the rows with what is wrong.</source>
   <translation>इसकी कोई पंक्ति आयात नहीं हो सकती। कुछ नहीं बदला; F6 पंक्तियों को उनकी ग़लती के साथ सहेजता है।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>No rules yet. F6 makes one: points on top, a multiplier, another rate, for whom and when you say.</source>
   <translation>अभी कोई नियम नहीं। F6 से बनाएँ: ऊपर से पॉइंट, गुणा, दूसरी दर, जिसके लिए और जब आप कहें।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>No rules.</source>
   <translation>कोई नियम नहीं।</translation>
  </message>
  <message>
   <location filename="../../ui/segments/wording.py" />
   <source>No segments yet. F6 makes one: new members, regulars, those who have not come for long.</source>
   <translation>अभी कोई समूह नहीं है। F6 से एक बनाएँ: नए सदस्य, नियमित ग्राहक, या वे जो बहुत दिन से नहीं आए।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/finding.py" />
   <source>No setting has that in its name.</source>
   <translation>ऐसे नाम की कोई सेटिंग नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>No shift is open</source>
   <translation>कोई शिफ़्ट नहीं खुली</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Nobody approved it. Nothing was changed.</source>
   <translation>किसी ने मंज़ूरी नहीं दी। कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Nobody approved it. Nothing was returned.</source>
   <translation>किसी ने मंज़ूरी नहीं दी। कुछ वापस नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>Nobody found yet</source>
   <translation>अभी कोई नहीं मिला</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>Nobody has a PIN here yet. Begin with an owner or a manager.</source>
   <translation>यहाँ अभी किसी का PIN नहीं है। मालिक या मैनेजर से शुरू करें।</translation>
  </message>
  <message>
   <location filename="../../ui/approval/presenter.py" />
   <source>Nobody here can approve this yet. Give a manager a PIN on the page Staff.</source>
   <translation>यहाँ अभी कोई मंज़ूरी नहीं दे सकता। कर्मचारी पन्ने पर किसी मैनेजर को PIN दें।</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Nobody is found for that. Check it, or press F6 to give them a card.</source>
   <translation>इससे कोई नहीं मिला। देखें, या कार्ड देने के लिए F6 दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>Nobody is on the list of staff.</source>
   <translation>कर्मचारियों की सूची में कोई नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>None can be used</source>
   <translation>कुछ इस्तेमाल नहीं हो सकता</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>None can be used on this bill: {why}.</source>
   <translation>इस बिल पर कुछ इस्तेमाल नहीं हो सकता: {why}।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>None yet: one is made whenever a shift is closed.</source>
   <translation>अभी कोई नहीं: हर बार शिफ़्ट बंद होने पर एक बनती है।</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>None yet; the first is made soon after the counter opens</source>
   <translation>अभी कोई नहीं; पहला काउंटर खुलने के थोड़ी देर बाद बनता है</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>Not known here</source>
   <translation>यहाँ पता नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Not one of our cards or products: {shown}. The bill is untouched; press F2 and type the amount to add it.</source>
   <translation>यह हमारा कार्ड या दवा नहीं: {shown}। बिल वैसा ही है; जोड़ने के लिए F2 दबाकर रकम लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/issue/presenter.py" />
   <source>Not one of our cards: {text}. Nothing was changed; scan a card.</source>
   <translation>यह हमारा कार्ड नहीं: {text}। कुछ नहीं बदला; कोई कार्ड स्कैन करें।</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/header.py" />
   <source>Not printing · {n} waiting</source>
   <extracomment>One: Not printing · {n} waiting</extracomment>
   <translation>
    <numerusform>छप नहीं रहा · {n} रुका</numerusform>
    <numerusform>छप नहीं रहा · {n} रुके</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>Not saved: something unexpected went wrong. The bill is still here; try again, or call for help.</source>
   <translation>सुरक्षित नहीं हुआ: कुछ अनजानी गड़बड़ हुई। बिल यहीं है; फिर कोशिश करें, या मदद बुलाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Not signed in</source>
   <translation>जुड़ा नहीं है</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Not up to date with the server yet</source>
   <translation>अभी सर्वर के साथ ताज़ा नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Note</source>
   <translation>सूचना</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Note on the difference</source>
   <translation>अंतर पर टिप्पणी</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Nothing done here counts, and nothing is sent.</source>
   <translation>यहाँ किया कुछ भी नहीं गिना जाता, और कुछ नहीं भेजा जाता।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Nothing done here counts.</source>
   <translation>यहाँ किया कुछ भी नहीं गिना जाता।</translation>
  </message>
  <message>
   <location filename="../../ui/status/page.py" />
   <source>Nothing has been settled yet.</source>
   <translation>अभी कुछ निपटाया नहीं गया।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Nothing here is needed to sell: amounts can be typed from the first bill on.</source>
   <translation>बेचने के लिए यह ज़रूरी नहीं: पहले बिल से ही रकम टाइप की जा सकती है।</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>Nothing is backed up in training.</source>
   <translation>प्रशिक्षण में बैकअप नहीं होता।</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>Nothing is changed yet. Enter opens the marked campaign; F6 makes a new one.</source>
   <translation>अभी कुछ नहीं बदला है। Enter चुने हुए अभियान को खोलता है; F6 नया बनाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>Nothing is changed yet. Enter opens the marked reward; F6 makes a new one.</source>
   <translation>अभी कुछ नहीं बदला है। Enter चुने हुए इनाम को खोलता है; F6 नया बनाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Nothing is changed yet. Enter opens the marked rule; F6 makes a new one.</source>
   <translation>अभी कुछ नहीं बदला। Enter से चुना नियम खुलता है; F6 से नया बनता है।</translation>
  </message>
  <message>
   <location filename="../../ui/segments/wording.py" />
   <source>Nothing is changed yet. Enter opens the marked segment; F6 makes a new one.</source>
   <translation>अभी कुछ नहीं बदला है। Enter चुने हुए समूह को खोलता है; F6 नया बनाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>Nothing is changed yet. Enter opens the marked tier; F6 makes a new one; the last line is for all.</source>
   <translation>अभी कुछ नहीं बदला है। Enter चुने हुए स्तर को खोलता है; F6 नया बनाता है; आख़िरी पंक्ति सबके लिए है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Nothing is earned or redeemed in the marked one; or let it go on</source>
   <translation>चुने हुए में न कुछ कमाया जाता है न चुकाया; या उसे फिर चलाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>Nothing is imported yet; F9 imports the good rows.</source>
   <translation>अभी कुछ आयात नहीं हुआ; F9 सही पंक्तियाँ आयात करता है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Nothing is lost. Decide what is listed here when there is time.</source>
   <translation>कुछ नहीं खोया। समय मिलने पर सूची की बातें तय करें।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Nothing is lost; a manager decides.</source>
   <translation>कुछ नहीं खोया; मैनेजर तय करेंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>Nothing leads to {tiers} then.</source>
   <translation>तब {tiers} तक कोई रास्ता नहीं रहता।</translation>
  </message>
  <message>
   <location filename="../../ui/status/page.py" />
   <source>Nothing needs a check.</source>
   <translation>अभी कुछ भी जाँचना नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/page.py" />
   <source>Nothing ticked yet</source>
   <translation>अभी कुछ चुना नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Nothing to do again.</source>
   <translation>फिर करने को कुछ नहीं।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Nothing to do.</source>
   <translation>कुछ करना नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Nothing to finish yet. Type an amount to add an item.</source>
   <translation>पूरा करने को अभी कुछ नहीं। आइटम जोड़ने के लिए रकम लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/shelf.py" />
   <source>Nothing to hold: this bill has no items yet.</source>
   <translation>रोकने को कुछ नहीं: इस बिल में अभी कोई आइटम नहीं।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Nothing to pay yet. Type an amount to add an item.</source>
   <translation>अभी कुछ चुकाना नहीं है। आइटम जोड़ने के लिए रकम लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/discounts.py" />
   <source>Nothing to take a discount off yet. Type an amount to add an item.</source>
   <translation>छूट देने को अभी कुछ नहीं। आइटम जोड़ने के लिए रकम लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Nothing to undo on this bill.</source>
   <translation>इस बिल पर वापस लेने को कुछ नहीं।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Nothing waits to be printed.</source>
   <translation>छपने को कुछ नहीं रुका।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Nothing waits to be sent.</source>
   <translation>भेजने को कुछ नहीं रुका।</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Nothing was different. Nothing was changed.</source>
   <translation>कुछ अलग नहीं था। कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>Nothing was scanned yet.</source>
   <translation>अभी कुछ स्कैन नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Notice</source>
   <translation>सूचना</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Nov</source>
   <translation>नव॰</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Now</source>
   <translation>अब</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Number</source>
   <translation>नंबर</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Number of bills</source>
   <translation>बिलों की संख्या</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/health/page.py" />
   <source>OK</source>
   <translation>ठीक</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Oct</source>
   <translation>अक्टू॰</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Of so many days</source>
   <translation>इतने दिनों में</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Of the reward</source>
   <translation>किस इनाम का</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Of the window and of what it says.</source>
   <translation>विंडो की, और वह जो कहती है उसकी।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Off</source>
   <translation>बंद</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>Off the server's by {span}. Set it right.</source>
   <translation>सर्वर की घड़ी से {span} का अंतर है। ठीक करें।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Office queue</source>
   <translation>दफ़्तर की क़तार</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Offline</source>
   <translation>ऑफ़लाइन</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Offline for long</source>
   <translation>देर से ऑफ़लाइन</translation>
  </message>
  <message>
   <location filename="../../ui/settings/pairing.py" />
   <source>Offline limit</source>
   <translation>ऑफ़लाइन सीमा</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Offline {span}</source>
   <translation>ऑफ़लाइन {span}</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Offline {span} – balances may be old</source>
   <translation>ऑफ़लाइन {span} – शेष पुराने हो सकते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Offline – balances may be old</source>
   <translation>ऑफ़लाइन – शेष पुराने हो सकते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Older</source>
   <translation>पुराने</translation>
  </message>
  <message>
   <location filename="../../ui/members/presenter.py" />
   <source>Older movements</source>
   <translation>पुराने लेन-देन</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Oldest waits</source>
   <translation>सबसे पुराना रुका</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>On</source>
   <translation>चालू</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>On days of the week</source>
   <translation>हफ़्ते के दिन</translation>
  </message>
  <message>
   <location filename="../../ui/billing/shelf.py" />
   <source>On hold: {label}. F5 takes it back.</source>
   <translation>रोका गया: {label}। F5 उसे वापस लाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>On its own</source>
   <translation>बिना सर्वर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>On its own: this counter belongs to no server.</source>
   <translation>बिना सर्वर: यह काउंटर किसी सर्वर से जुड़ा नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>On receipts.</source>
   <translation>रसीदों पर।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>On receipts; | starts a new line.</source>
   <translation>रसीदों पर; | से नई पंक्ति शुरू होती है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>On the counter</source>
   <translation>काउंटर पर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>On the screen and on receipts.</source>
   <translation>स्क्रीन और रसीदों पर।</translation>
  </message>
  <message>
   <location filename="../../ui/tour/strip.py" />
   <source>Once more</source>
   <translation>फिर से</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>One bill</source>
   <translation>एक बिल</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>One card number, two members</source>
   <translation>एक कार्ड नंबर, दो सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>One less of the marked line</source>
   <translation>चुनी पंक्ति का एक कम</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>One moment: what this return moves is still being worked out. Nothing was returned.</source>
   <translation>एक पल: यह वापसी क्या बदलती है यह अभी निकाला जा रहा है। कुछ वापस नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>One more campaign in the draft</source>
   <translation>मसौदे में एक और अभियान</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>One more of the marked line</source>
   <translation>चुनी पंक्ति का एक और</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>One more programme, as a draft</source>
   <translation>एक और कार्यक्रम, मसौदे के रूप में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>One more reward in the draft</source>
   <translation>मसौदे में एक और इनाम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>One more rule in the draft</source>
   <translation>मसौदे में एक और नियम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>One more segment in the draft</source>
   <translation>मसौदे में एक और समूह</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>One more tier in the draft</source>
   <translation>मसौदे में एक और स्तर</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>One of the points is worth</source>
   <translation>एक पॉइंट का मूल्य</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/editor.py" />
   <source>One of them is called</source>
   <translation>एक का नाम</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>One of these is not a number. Correct it; nothing was saved.</source>
   <translation>इनमें से एक संख्या नहीं है। ठीक करें; कुछ नहीं सहेजा गया।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>One person: merge the two</source>
   <translation>एक ही व्यक्ति: दोनों मिलाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>One phone was mistyped</source>
   <translation>एक फ़ोन ग़लत लिखा गया</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>One piece of</source>
   <translation>किसका एक नग</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>One programme is in force at a time. Members keep their points whichever it is.</source>
   <translation>एक समय में एक ही कार्यक्रम लागू होता है। वह कोई भी हो, सदस्यों के पॉइंट उनके ही रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <source>Only for those who take part</source>
   <translation>सिर्फ़ भाग लेने वालों के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_form.py" />
   <source>Only the points of a card pay: choose a tier.</source>
   <translation>भुगतान सिर्फ़ कार्ड के पॉइंट से होता है: स्तर चुनें।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Only when its goal is reached</source>
   <translation>सिर्फ़ जब इसका लक्ष्य पूरा हो</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Open</source>
   <translation>खोलें</translation>
  </message>
  <message>
   <location filename="../../ui/shift/presenter.py" />
   <source>Open a shift first: type what is in the drawer, then F9.</source>
   <translation>पहले शिफ़्ट खोलें: दराज़ में जो है वह लिखें, फिर F9।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Open and close the shift, cash in and out, X and Z reports</source>
   <translation>शिफ़्ट खोलें और बंद करें, नकद आना-जाना, X और Z रिपोर्ट</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Open drawer</source>
   <translation>दराज़ खोलें</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Open shift</source>
   <translation>शिफ़्ट खोलें</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Open the counter</source>
   <translation>काउंटर खोलें</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Open the drawer without a sale</source>
   <translation>बिना बिक्री दराज़ खोलें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Open the drawer without a sale, with a reason</source>
   <translation>कारण के साथ बिना बिक्री दराज़ खोलें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Open the folder of the logs</source>
   <translation>लॉग का फ़ोल्डर खोलें</translation>
  </message>
  <message>
   <location filename="../../ui/settings/detail.py" />
   <source>Open: {page}</source>
   <translation>खोलें: {page}</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Opened by mistake</source>
   <translation>ग़लती से खोली</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Opening the sample shop: its last month is being made …</source>
   <translation>नमूना दुकान खुल रही है: उसका पिछला महीना बनाया जा रहा है …</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>Opens the drawer</source>
   <translation>दराज़ खोलता है</translation>
  </message>
  <message>
   <location filename="../../ui/rules/table.py" />
   <source>Order</source>
   <translation>क्रम</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Other categories earn, in %</source>
   <translation>बाकी श्रेणियों की कमाई, % में</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Other entry</source>
   <translation>अन्य प्रविष्टि</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Other figures at the server</source>
   <translation>सर्वर पर अलग आँकड़े</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Other keys for commands, and a sheet of keys to print</source>
   <translation>आदेशों के लिए दूसरी कुंजियाँ, और छापने के लिए कुंजियों का पन्ना</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Other keys for commands, and a sheet of keys to print.</source>
   <translation>आदेशों के लिए दूसरी कुंजियाँ, और छापने के लिए कुंजियों का पन्ना।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Other programs cannot send bills to port {name}: {why}. Totals can be typed.</source>
   <translation>दूसरे प्रोग्राम पोर्ट {name} पर बिल नहीं भेज सकते: {why}। योग लिखे जा सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Over the limit</source>
   <translation>सीमा से ऊपर</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <location filename="../../ui/staff/wording.py" />
   <source>Owner</source>
   <translation>मालिक</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <location filename="../../ui/printers/wording.py" />
   <source>PDF files</source>
   <translation>PDF फ़ाइलें</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/staff/wording.py" />
   <location filename="../../ui/widgets/pin_pad.py" />
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <location filename="../../ui/approval/wording.py" />
   <location filename="../../ui/lock/wording.py" />
   <source>PIN of {name}</source>
   <translation>{name} का PIN</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>PIN once more</source>
   <translation>PIN फिर से</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/scrolled.py" />
   <source>Page</source>
   <translation>पन्ना</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/returns/table.py" />
   <source>Paid</source>
   <translation>भुगतान</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Paid by</source>
   <translation>भुगतान</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Paid by UPI</source>
   <translation>UPI से चुकाया</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Paid by bank card</source>
   <translation>बैंक कार्ड से चुकाया</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Paid in</source>
   <translation>जमा किया</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Paid in cash</source>
   <translation>नकद चुकाया</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Paid in more than one way</source>
   <translation>एक से ज़्यादा तरीक़ों से चुकाया</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Paid out</source>
   <translation>निकाला</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Paid with a voucher of paper</source>
   <translation>काग़ज़ के वाउचर से भुगतान</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Paid with points</source>
   <translation>पॉइंट से चुकाया</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Paid {money}</source>
   <translation>चुकाया {money}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/settings/pairing.py" />
   <source>Pair</source>
   <translation>जोड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>Paper</source>
   <translation>काग़ज़</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/devices.py" />
   <source>Papers become PDF files: nothing has to be connected</source>
   <translation>काग़ज़ PDF फ़ाइलें बनते हैं: कुछ जोड़ना नहीं पड़ता</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Partner</source>
   <translation>साझेदार</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>Partner's reward</source>
   <translation>साझेदार का इनाम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Pay</source>
   <translation>भुगतान</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Pay and print</source>
   <translation>भुगतान और रसीद</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>Pay in</source>
   <translation>जमा करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>Pay out</source>
   <translation>निकालें</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Payable</source>
   <translation>देय</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Payment</source>
   <translation>भुगतान</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Percent of a bill without a manager: 0 to 100.</source>
   <translation>मैनेजर के बिना बिल का प्रतिशत: 0 से 100।</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Period in days</source>
   <translation>अवधि दिनों में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Person after</source>
   <translation>अगला व्यक्ति</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Person before</source>
   <translation>पिछला व्यक्ति</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/issue/page.py" />
   <location filename="../../ui/members/forms.py" />
   <location filename="../../ui/settings/entries.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Phone</source>
   <translation>फ़ोन</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Phone and e-mail; it is noted who looked</source>
   <translation>फ़ोन और ई-मेल; किसने देखा, यह दर्ज होता है</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Phone {phone}</source>
   <translation>फ़ोन {phone}</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Picture, by its name</source>
   <translation>चित्र का नाम</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Pictures</source>
   <translation>चित्र</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/billing/lines.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/point_words.py" />
   <location filename="../../ui/rewards/table.py" />
   <location filename="../../ui/rules/wording.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Points</source>
   <translation>पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Points (minus takes them)</source>
   <translation>पॉइंट (घटाने हों तो पहले - लिखें)</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Points a bill</source>
   <translation>प्रति बिल पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Points a card needs first</source>
   <translation>कार्ड पर पहले इतने पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Points a member</source>
   <translation>प्रति सदस्य पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Points a member and day</source>
   <translation>प्रति सदस्य प्रति दिन पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Points are earned on</source>
   <translation>पॉइंट किस पर मिलते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Points are rounded to</source>
   <translation>पॉइंट पूरे होते हैं इतने तक</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Points by amount</source>
   <translation>रकम के हिसाब से पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/kinds.py" />
   <location filename="../../ui/members/forms.py" />
   <source>Points by hand</source>
   <translation>पॉइंट हाथ से</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Points by the day they expire</source>
   <translation>समाप्ति के दिन के अनुसार पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Points count as</source>
   <translation>पॉइंट गिने जाते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Points counted differently</source>
   <translation>पॉइंट की गिनती अलग</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Points earned</source>
   <translation>मिले पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Points end</source>
   <translation>पॉइंट समाप्त होते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Points for a category</source>
   <translation>श्रेणी पर पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Points for every so much</source>
   <translation>हर इतनी रकम पर पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Points for the nth bill of the month</source>
   <translation>महीने के किसी ख़ास बिल पर पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Points from</source>
   <translation>पॉइंट इतने से</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <location filename="../../ui/returns/wording.py" />
   <source>Points given back</source>
   <translation>लौटाए पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Points in all</source>
   <translation>कुल पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Points now</source>
   <translation>अब पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Points once</source>
   <translation>एक बार पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>Points only</source>
   <translation>सिर्फ़ पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Points pay in steps of</source>
   <translation>पॉइंट इतने के क़दमों में चुकाते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Points pay of a bill, in %</source>
   <translation>बिल में पॉइंट से, % में</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Points pay on one bill, at most</source>
   <translation>एक बिल पर पॉइंट से अधिकतम</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Points that came back last, in days</source>
   <translation>लौटे पॉइंट चलते हैं, दिनों में</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Points that count</source>
   <translation>कौन-से पॉइंट गिने जाते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Points that go soon</source>
   <translation>जल्द समाप्त होने वाले पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Points that pay</source>
   <translation>भुगतान के पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>Points that were earned before keep the end they have.</source>
   <translation>पहले मिले पॉइंट का अंत वही रहता है।</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Points times</source>
   <translation>पॉइंट कितने गुना</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Points times so many</source>
   <translation>पॉइंट इतने गुना</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Points to spend</source>
   <translation>ख़र्च के पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <location filename="../../ui/billing/points_choice.py" />
   <source>Points to use</source>
   <translation>इस्तेमाल के पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Points to who brought them</source>
   <translation>लाने वाले को पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Points used</source>
   <translation>लगे पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Points used wrongly</source>
   <translation>ग़लत लगे पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Points will be used</source>
   <translation>पॉइंट इस्तेमाल होंगे</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Port</source>
   <translation>पोर्ट</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Port for totals</source>
   <translation>योगों का पोर्ट</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Position</source>
   <translation>स्थान</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Prescription</source>
   <translation>पर्चे की दवा</translation>
  </message>
  <message>
   <location filename="../../ui/billing/upi_code.py" />
   <source>Press Enter when the payment has come.</source>
   <translation>भुगतान आने पर Enter दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>Press Test to look through it.</source>
   <translation>उससे देखने के लिए जाँच दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/keys/page.py" />
   <source>Press the new key</source>
   <translation>नई कुंजी दबाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/keys/presenter.py" />
   <source>Press the new key. Esc leaves it as it is.</source>
   <translation>नई कुंजी दबाएँ। Esc से जैसी है वैसी रहती है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Print a test page, or hear the real reason</source>
   <translation>जाँच पन्ना छापें, या असली वजह जानें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Print again</source>
   <translation>फिर छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Print card</source>
   <translation>कार्ड छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Print how this customer's points came about</source>
   <translation>छापें कि इस ग्राहक के पॉइंट कैसे बने</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/printers/page.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Print queue</source>
   <translation>छपाई क़तार</translation>
  </message>
  <message>
   <location filename="../../ui/printers/page.py" />
   <source>Print queue ({n})</source>
   <translation>छपाई क़तार ({n})</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Print test</source>
   <translation>जाँच छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Print the last receipt again, marked as a copy</source>
   <translation>आख़िरी रसीद फिर छापें, प्रति का निशान लगाकर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Print the latest movements</source>
   <translation>ताज़ा लेन-देन छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Print the marked Z report again, marked</source>
   <translation>चुनी Z रिपोर्ट फिर छापें, निशान लगाकर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Print this customer's card again, counted</source>
   <translation>इस ग्राहक का कार्ड फिर छापें, गिनती के साथ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Print what is marked in the queue no more</source>
   <translation>क़तार में चुनी चीज़ अब न छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Print what is marked in the queue now</source>
   <translation>क़तार में चुनी चीज़ अभी छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Print what the shift has come to so far</source>
   <translation>शिफ़्ट में अब तक जो हुआ वह छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Print what this customer's points come to now</source>
   <translation>छापें कि इस ग्राहक के अभी कितने पॉइंट हैं</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Printed to {printer}, marked as a copy.</source>
   <translation>{printer} पर छपा, प्रति का निशान लगाकर।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Printed to {printer}.</source>
   <translation>{printer} पर छपा।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/presenter.py" />
   <source>Printed: {printer}.</source>
   <translation>छपा: {printer}।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Printer and scanner</source>
   <translation>प्रिंटर और स्कैनर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Printer, scanner, camera, clock, disk, backup: how they are, with a test</source>
   <translation>प्रिंटर, स्कैनर, कैमरा, घड़ी, डिस्क, बैकअप: कैसे हैं, और उनकी जाँच</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Printer, scanner, camera, clock, disk, backup: how they are, with a test.</source>
   <translation>प्रिंटर, स्कैनर, कैमरा, घड़ी, डिस्क, बैकअप: कैसे हैं, और उनकी जाँच।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/firstrun/panes.py" />
   <location filename="../../ui/printers/page.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Printers</source>
   <translation>प्रिंटर</translation>
  </message>
  <message>
   <location filename="../../ui/header.py" />
   <source>Printers' settings cannot be read</source>
   <translation>प्रिंटर की सेटिंग पढ़ी नहीं जा सकती</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/printers/wording.py" />
   <source>Printing a test page …</source>
   <translation>जाँच पन्ना छप रहा है …</translation>
  </message>
  <message>
   <location filename="../../ui/billing/paying.py" />
   <source>Printing the receipt …</source>
   <translation>रसीद छप रही है …</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>Prints</source>
   <translation>छापता है</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>Prints as</source>
   <translation>ऐसे छापता है</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Priority</source>
   <translation>प्राथमिकता</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Private data looked at</source>
   <translation>निजी ब्योरा देखा गया</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/catalogue/wording.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Products</source>
   <translation>उत्पाद</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/programmes/wording.py" />
   <source>Programmes</source>
   <translation>कार्यक्रम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Publish</source>
   <translation>लागू करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Publish the draft, with a PIN</source>
   <translation>मसौदा PIN से लागू करें</translation>
  </message>
  <message>
   <location filename="../../ui/drafting.py" />
   <source>Publish the rates, rules and rewards as they are drafted</source>
   <translation>दरें, नियम और इनाम मसौदे के अनुसार प्रकाशित करना</translation>
  </message>
  <message>
   <location filename="../../ui/drafting.py" />
   <source>Published meanwhile: {changes}. F4 carries your changes over it.</source>
   <translation>इस बीच लागू हुआ: {changes}। F4 आपके बदलाव उस पर ले जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/drafting.py" />
   <source>Published: rates v{version} are in force. Bills that were made keep theirs.</source>
   <translation>लागू: दरें v{version} अब चालू हैं। बने हुए बिलों की दरें वही रहती हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/drafting.py" />
   <source>Published: rates v{version} begin on {day}. Until then all goes on as it is.</source>
   <translation>लागू: दरें v{version} {day} से शुरू होंगी। तब तक सब वैसे ही चलता है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>Put a customer and an item on the bill first; then choose the points to use.</source>
   <translation>पहले बिल पर ग्राहक और आइटम रखें; फिर इस्तेमाल के पॉइंट चुनें।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Put back what stood before</source>
   <translation>जो पहले था वह वापस रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Put in force</source>
   <translation>लागू करें</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Put it right by hand</source>
   <translation>हाथ से ठीक करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Put on the bill</source>
   <translation>बिल पर रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Put the marked backup back to try</source>
   <translation>चुने हुए बैकअप को लगाकर जाँचें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Put the marked backup in the place of the data file; the counter closes and opens again</source>
   <translation>चुने हुए बैकअप को डेटा फ़ाइल की जगह लगाएँ; काउंटर बंद होकर फिर खुलता है</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/presenter.py" />
   <source>Put the programme in force</source>
   <translation>कार्यक्रम लागू करना</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Put them in a tier, with a reason</source>
   <translation>कारण के साथ किसी स्तर में रखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Put this bill away; Ctrl+Z brings it back</source>
   <translation>यह बिल हटा दें; Ctrl+Z उसे वापस लाता है</translation>
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>Qty</source>
   <translation>मात्रा</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Queue</source>
   <translation>क़तार</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Quiet</source>
   <translation>धीमी</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Raised</source>
   <translation>उठा</translation>
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>Rate</source>
   <translation>दर</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Rate in %</source>
   <translation>दर, % में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/rates/page.py" />
   <source>Rates</source>
   <translation>दरें</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Rates and rules</source>
   <translation>दरें और नियम</translation>
  </message>
  <message>
   <location filename="../../ui/rates/table.py" />
   <source>Rates of the categories</source>
   <translation>श्रेणियों की दरें</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Rates v{version}</source>
   <translation>दरें v{version}</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>Reached by</source>
   <translation>कैसे जुड़ा है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Read again</source>
   <translation>फिर पढ़ें</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>Reading the list …</source>
   <translation>सूची पढ़ी जा रही है …</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Reading … Esc stops.</source>
   <translation>पढ़ा जा रहा है … Esc से रुकेगा।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Ready</source>
   <translation>तैयार</translation>
  </message>
  <message>
   <location filename="../../ui/members/form_pane.py" />
   <location filename="../../ui/members/forms.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Reason</source>
   <translation>कारण</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/billing/page.py" />
   <source>Recall</source>
   <translation>वापस लाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>Recall ({n})</source>
   <translation>वापस लाएँ ({n})</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Receipt</source>
   <translation>रसीद</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Receipt printed again, marked as a copy: {printer}</source>
   <translation>रसीद फिर छपी, प्रति का निशान लगाकर: {printer}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Receipt printed: {printer}</source>
   <translation>रसीद छपी: {printer}</translation>
  </message>
  <message>
   <location filename="../../ui/health/state.py" />
   <source>Receipt printer</source>
   <translation>रसीद प्रिंटर</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Receipt queue</source>
   <translation>रसीद क़तार</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Receipt, card and report printers: set up, choose, test.</source>
   <translation>रसीद, कार्ड और रिपोर्ट के प्रिंटर: जोड़ें, चुनें, जाँचें।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Receipts</source>
   <translation>रसीदें</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Receipts are printed by: {printer}</source>
   <translation>रसीदें यहाँ छपती हैं: {printer}</translation>
  </message>
  <message>
   <location filename="../../ui/header.py" />
   <source>Receipts: {name}</source>
   <translation>रसीदें: {name}</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Received</source>
   <translation>मिला</translation>
  </message>
  <message>
   <location filename="../../ui/tried_desk.py" />
   <source>Reckoning on the bills of the last days …</source>
   <translation>पिछले दिनों के बिलों पर हिसाब हो रहा है …</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Redeem</source>
   <translation>पॉइंट लगाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Redemption rate</source>
   <translation>पॉइंट लगने की दर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Redo</source>
   <translation>फिर करें</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Referral</source>
   <translation>सिफ़ारिश</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Referrals</source>
   <translation>परिचय</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Referred by {referrer_name}</source>
   <translation>{referrer_name} ने भेजा</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Referrer</source>
   <translation>भेजने वाले</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Referrer card</source>
   <translation>भेजने वाले का कार्ड</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Referrers get of a bill, in %</source>
   <translation>लाने वाले को बिल का, % में</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Refund</source>
   <translation>वापसी</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Remove</source>
   <translation>हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Remove line</source>
   <translation>पंक्ति हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/ringing.py" />
   <source>Removed {item}. Ctrl+Z brings it back.</source>
   <translation>{item} हटाया। Ctrl+Z उसे वापस लाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Replace a lost card</source>
   <translation>खोया कार्ड बदलें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/members/forms.py" />
   <source>Replace card</source>
   <translation>कार्ड बदलें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/printers/wording.py" />
   <location filename="../../ui/reports/wording.py" />
   <source>Reports</source>
   <translation>रिपोर्ट</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Reprint receipt</source>
   <translation>रसीद फिर छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Restore …</source>
   <translation>वापस लगाएँ …</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/kinds.py" />
   <location filename="../../ui/printers/wording.py" />
   <location filename="../../ui/returns/page.py" />
   <source>Return</source>
   <translation>वापसी</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Return of a bill not seen</source>
   <translation>बिना देखे बिल की वापसी</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Return of bill {number} is saved: give {ways}. The paper is printing.</source>
   <translation>बिल {number} की वापसी सहेजी गई: {ways} दें। काग़ज़ छप रहा है।</translation>
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>Return saved.</source>
   <translation>वापसी दर्ज हुई।</translation>
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>Return saved. Its paper could not be printed; it waits in the print queue.</source>
   <translation>वापसी दर्ज हुई। उसका काग़ज़ नहीं छपा; वह छपाई क़तार में है।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Return {cash} of bill {number}</source>
   <translation>बिल {number} के {cash} लौटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Returned</source>
   <translation>वापसी</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Returns</source>
   <translation>वापसी</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/rewards/table.py" />
   <source>Reward</source>
   <translation>इनाम</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>Reward “{name}” is new: {now}</source>
   <translation>इनाम “{name}” नया है: {now}</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>Reward “{name}” is taken away: {was}</source>
   <translation>इनाम “{name}” हटाया गया: {was}</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>Reward “{name}”: {was} › {now}</source>
   <translation>इनाम “{name}”: {was} › {now}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/billing/page.py" />
   <location filename="../../ui/reports/wording.py" />
   <location filename="../../ui/rewards/wording.py" />
   <source>Rewards</source>
   <translation>इनाम</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/presenter.py" />
   <source>Rewards v{version}</source>
   <translation>इनाम v{version}</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/table.py" />
   <source>Rewards, in the order of the catalogue</source>
   <translation>इनाम, सूची के क्रम में</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Rewards, rules and rates as they are published</source>
   <translation>इनाम, नियम और दरें जैसी प्रकाशित हैं</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Ring the bills of the last days under the draft</source>
   <translation>पिछले दिनों के बिल मसौदे की दरों से फिर गिनें</translation>
  </message>
  <message>
   <location filename="../../ui/tour/tasks.py" />
   <source>Ring three lines: 500 in category 1, 240 in 2, 180 in 3.</source>
   <translation>तीन पंक्तियाँ डालें: श्रेणी 1 में 500, 2 में 240, 3 में 180।</translation>
  </message>
  <message>
   <location filename="../../ui/staff/page.py" />
   <source>Role</source>
   <translation>भूमिका</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Round off</source>
   <translation>पूर्णांकन</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>Rounding</source>
   <translation>पूर्णांकन</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>Row {n}, left out</source>
   <translation>पंक्ति {n}, छोड़ी गई</translation>
  </message>
  <message>
   <location filename="../../ui/rules/table.py" />
   <source>Rule</source>
   <translation>नियम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/drives/table.py" />
   <location filename="../../ui/reports/wording.py" />
   <location filename="../../ui/rules/trial_pane.py" />
   <location filename="../../ui/rules/wording.py" />
   <source>Rules</source>
   <translation>नियम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Rules and rates as they are published</source>
   <translation>नियम और दरें जैसी प्रकाशित हैं</translation>
  </message>
  <message>
   <location filename="../../ui/rules/presenter.py" />
   <source>Rules v{version}</source>
   <translation>नियम v{version}</translation>
  </message>
  <message>
   <location filename="../../ui/rules/table.py" />
   <source>Rules, in the order in which they apply</source>
   <translation>नियम, जिस क्रम में वे लागू होते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Rupees a cashier gives back alone at once: 0 to 10000000.</source>
   <translation>एक बार में कैशियर अकेले जितने रुपये लौटाते हैं: 0 से 10000000।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Rupees a drawer may be off without a manager: 0 to 100000.</source>
   <translation>मैनेजर के बिना दराज़ में जितने रुपये का अंतर चले: 0 से 100000।</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Sales by day</source>
   <translation>दिन की बिक्री</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Sample members</source>
   <translation>नमूना सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>Sat</source>
   <translation>शनि</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/members/forms.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>Save</source>
   <translation>सहेजें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Save and print</source>
   <translation>सहेजें और छापें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Save the new member, print their card and put them on the bill</source>
   <translation>नया सदस्य रखें, कार्ड छापें और उन्हें बिल पर रखें</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/presenter.py" />
   <source>Save the programme</source>
   <translation>कार्यक्रम सहेजना</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Save the rest</source>
   <translation>बाक़ी सहेजें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Save what is shown as CSV</source>
   <translation>जो दिख रहा है उसे CSV में सहेजें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Save what is shown as a PDF, to print</source>
   <translation>जो दिख रहा है उसे छापने के लिए PDF में सहेजें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Save what is shown as a workbook</source>
   <translation>जो दिख रहा है उसे Excel फ़ाइल में सहेजें</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>Saved with what is wrong in each row: {file}. Mend it there, then import that file.</source>
   <translation>हर पंक्ति की ग़लती के साथ सहेजा गया: {file}। उसे वहीं ठीक करें, फिर वह फ़ाइल आयात करें।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Saved. What is printed from now on goes there.</source>
   <translation>रख लिया। अब से छपने वाला वहीं जाएगा।</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Saved: {file}.</source>
   <translation>सहेजा गया: {file}.</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Say in a few words why the goods come back. Nothing was returned.</source>
   <translation>कुछ शब्दों में बताएँ कि सामान क्यों वापस आया। कुछ नहीं लौटाया गया।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Say what the list would do; nothing is imported</source>
   <translation>बताता है कि सूची क्या करेगी; कुछ आयात नहीं होता</translation>
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>Scan a card</source>
   <translation>कार्ड स्कैन करें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Scan a card, or F3 to find the customer</source>
   <translation>कार्ड स्कैन करें, या F3 से ग्राहक ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Scan a card, or type a phone, a name, an amount or a bill number</source>
   <translation>कार्ड स्कैन करें, या फ़ोन, नाम, रकम या बिल नंबर लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Scan a card, or type a phone, the last four digits or a name, and press Enter.</source>
   <translation>कार्ड स्कैन करें, या फ़ोन, आख़िरी चार अंक या नाम लिखकर Enter दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/staff/page.py" />
   <source>Scan a staff card to give it to them.</source>
   <translation>उन्हें देने के लिए कर्मचारी कार्ड स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>Scan any member's card or product twice. What the scanner sends is shown here and goes nowhere else; once two scans agree, this counter knows how fast it types and what it adds to a code.</source>
   <translation>किसी सदस्य का कार्ड या कोई दवा दो बार स्कैन करें। स्कैनर जो भेजता है वह यहीं दिखता है, और कहीं नहीं जाता; दो स्कैन मिल जाएँ तो यह काउंटर जान लेता है कि वह कितना तेज़ लिखता है और कोड में क्या जोड़ता है।</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>Scan anything: what comes is said here.</source>
   <translation>कुछ भी स्कैन करें: जो आता है यहाँ बताया जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Scan it, or leave empty</source>
   <translation>स्कैन करें, या खाली छोड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/box.py" />
   <location filename="../../ui/billing/page.py" />
   <source>Scan or type</source>
   <translation>स्कैन करें या लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Scan the card that shall become {name}</source>
   <translation>वह कार्ड स्कैन करें जो {name} बनेगा</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Scan the friend's card</source>
   <translation>मित्र का कार्ड स्कैन करें</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Scan the new card, or leave empty for the next free number</source>
   <translation>नया कार्ड स्कैन करें, या अगले ख़ाली नंबर के लिए छोड़ दें</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Scan the receipt or type the bill's number. A customer's card opens their last bill.</source>
   <translation>रसीद स्कैन करें या बिल का नंबर लिखें। ग्राहक का कार्ड उनका पिछला बिल खोलता है।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/page.py" />
   <source>Scan the receipt, or type the bill's number</source>
   <translation>रसीद स्कैन करें, या बिल का नंबर लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/tendering.py" />
   <source>Scan the voucher, or type its number.</source>
   <translation>वाउचर स्कैन करें, या उसका नंबर लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Scan this code, or any product, to see that the scanner works.</source>
   <translation>यह कोड या कोई उत्पाद स्कैन करें, और देखें कि स्कैनर चलता है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Scan with the camera, or stop it</source>
   <translation>कैमरे से स्कैन करें, या उसे रोकें</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/health/state.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Scanner</source>
   <translation>स्कैनर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/scanner/wording.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Scanner &amp; camera</source>
   <translation>स्कैनर और कैमरा</translation>
  </message>
  <message>
   <location filename="../../ui/context.py" />
   <source>Scanner ready</source>
   <translation>स्कैनर तैयार</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Search</source>
   <translation>खोजें</translation>
  </message>
  <message>
   <location filename="../../ui/keys/page.py" />
   <source>Search the commands</source>
   <translation>आदेश खोजें</translation>
  </message>
  <message>
   <location filename="../../ui/settings/page.py" />
   <source>Search the settings</source>
   <translation>सेटिंग खोजें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Second choice</source>
   <translation>दूसरा विकल्प</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Second drug licence</source>
   <translation>दूसरा दवा लाइसेंस</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>See what the scanner sends, teach it, and test the camera</source>
   <translation>देखें कि स्कैनर क्या भेजता है, उसे सिखाएँ, और कैमरा जाँचें</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>See what the scanner sends, teach it; test the camera.</source>
   <translation>देखें कि स्कैनर क्या भेजता है, उसे सिखाएँ; कैमरा जाँचें।</translation>
  </message>
  <message>
   <location filename="../../ui/segments/table.py" />
   <source>Segment</source>
   <translation>समूह</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Segment “{name}” is new: {now}</source>
   <translation>समूह “{name}” नया है: {now}</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Segment “{name}” is taken away: {was}</source>
   <translation>समूह “{name}” हटाया गया: {was}</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Segment “{name}”: {was} › {now}</source>
   <translation>समूह “{name}”: {was} › {now}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/segments/wording.py" />
   <source>Segments</source>
   <translation>समूह</translation>
  </message>
  <message>
   <location filename="../../ui/segments/presenter.py" />
   <source>Segments v{version}</source>
   <translation>समूह v{version}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Segments, rules and rates as they are published</source>
   <translation>समूह, नियम और दरें जैसी प्रकाशित हैं</translation>
  </message>
  <message>
   <location filename="../../ui/segments/table.py" />
   <source>Segments, with how many members each has now</source>
   <translation>समूह, और अभी हर एक में कितने सदस्य हैं</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Send now instead of at the next try</source>
   <translation>अगली कोशिश का इंतज़ार न करके अभी भेजें</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Sending</source>
   <translation>भेज रहा है</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Sending {waiting}…</source>
   <translation>{waiting} भेज रहा है…</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <location filename="../../ui/staff/wording.py" />
   <source>Senior</source>
   <translation>वरिष्ठ</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Sent</source>
   <translation>भेजा</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Sent by a friend</source>
   <translation>मित्र ने भेजा</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Sent by {referrer_name}</source>
   <translation>{referrer_name} ने भेजा</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>Sep</source>
   <translation>सित॰</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Serial</source>
   <translation>सीरियल</translation>
  </message>
  <message>
   <location filename="../../ui/health/state.py" />
   <location filename="../../ui/status/views.py" />
   <source>Server</source>
   <translation>सर्वर</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <location filename="../../ui/settings/pairing.py" />
   <source>Server &amp; pairing</source>
   <translation>सर्वर से जोड़ना</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Set this bill aside</source>
   <translation>यह बिल अलग रखें</translation>
  </message>
  <message>
   <location filename="../../ui/tour/tasks.py" />
   <source>Set this bill aside, and take it back.</source>
   <translation>इस बिल को रोकें, और वापस लाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Set up a new shop</source>
   <translation>नई दुकान बनाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/devices.py" />
   <source>Set up already</source>
   <translation>पहले से जुड़ा है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Set up one more printer</source>
   <translation>एक और प्रिंटर लगाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Set up printers, and test them</source>
   <translation>प्रिंटर लगाएँ और जाँचें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Sets of rules with days and goals on a timeline: made, changed and published with the rates</source>
   <translation>समय-रेखा पर दिनों और लक्ष्यों वाले नियमों के समूह: बनाएँ, बदलें और दरों के साथ प्रकाशित करें</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>Sets of rules with days of their own, for everybody or for some, with a goal where you want one.</source>
   <translation>अपने दिनों वाले नियमों के समूह, सबके लिए या कुछ के लिए; चाहें तो लक्ष्य के साथ।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/settings/page.py" />
   <source>Settings</source>
   <translation>सेटिंग</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/status/page.py" />
   <source>Settled</source>
   <translation>निपटे हुए</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/editor.py" />
   <source>Several of them are called</source>
   <translation>कई का नाम</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Sheet of keys</source>
   <translation>कुंजियों का पन्ना</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>Shift</source>
   <translation>शिफ़्ट</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Shift closed: {name}. The report is printed.</source>
   <translation>शिफ़्ट बंद हुई: {name}। रिपोर्ट छप गई।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Shift open {time}</source>
   <translation>शिफ़्ट {time} से खुली</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Shift opened</source>
   <translation>शिफ़्ट खुली</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Shift report</source>
   <translation>शिफ़्ट की रिपोर्ट</translation>
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>Shift+F8 once more: rewards</source>
   <translation>एक बार फिर Shift+F8: इनाम</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Shop &amp; legal header</source>
   <translation>दुकान और क़ानूनी शीर्ष</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Shop: {name}</source>
   <translation>दुकान: {name}</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Should be there</source>
   <translation>होना चाहिए</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Show as chart</source>
   <translation>चार्ट दिखाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/reports/wording.py" />
   <source>Show as table</source>
   <translation>तालिका दिखाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Show contacts</source>
   <translation>संपर्क दिखाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Six members with points, to practise with</source>
   <translation>अभ्यास के लिए पॉइंट सहित छह सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/tour/presenter.py" />
   <source>Six tasks of a day, timed. Nothing counts; the keys stay where they are.</source>
   <translation>दिन के छह काम, समय के साथ। कुछ नहीं गिना जाता; कुंजियाँ वही रहती हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/settings/entries.py" />
   <source>Smaller text</source>
   <translation>छोटा लिखा</translation>
  </message>
  <message>
   <location filename="../../ui/returns/table.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>Sold</source>
   <translation>बिका</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Sold bill</source>
   <translation>बिका बिल</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Somebody else had changed the same of this member meanwhile. The later of the two stands; both are kept.</source>
   <translation>इस बीच किसी और ने इस सदस्य की वही बात बदली। बाद वाली लागू है; दोनों रखी गई हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Somebody else, further down</source>
   <translation>कोई और, नीचे</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Somebody else, further up</source>
   <translation>कोई और, ऊपर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Somebody else, or nobody; the bill stays</source>
   <translation>कोई और, या कोई नहीं; बिल रहता है</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>Somebody new</source>
   <translation>कोई नया</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Somebody new on the list</source>
   <translation>सूची में कोई नया</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Somebody who needs no PIN; empty opens the counter locked.</source>
   <translation>जिन्हें PIN नहीं चाहिए; ख़ाली हो तो काउंटर बंद ताले के साथ खुलता है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Something new</source>
   <translation>कुछ नया</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Sound</source>
   <translation>आवाज़</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Sounds</source>
   <translation>आवाज़ें</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Spend from</source>
   <translation>खर्च इतने से</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Spent</source>
   <translation>लगे</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Spent at least</source>
   <translation>कम से कम ख़र्च</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Spent at most</source>
   <translation>ज़्यादा से ज़्यादा ख़र्च</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>Spent in the last days</source>
   <translation>पिछले दिनों का ख़र्च</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Split</source>
   <translation>बाँटकर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/lock/page.py" />
   <location filename="../../ui/reports/wording.py" />
   <location filename="../../ui/settings/entries.py" />
   <location filename="../../ui/staff/page.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Staff</source>
   <translation>कर्मचारी</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Stands now</source>
   <translation>अब लागू</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/printers/wording.py" />
   <source>Statement</source>
   <translation>स्टेटमेंट</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/table.py" />
   <location filename="../../ui/rules/table.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Status</source>
   <translation>हालत</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Step back: clears the box, closes a pane; the bill stays</source>
   <translation>एक क़दम पीछे: लिखा हुआ मिटाता है, खिड़की बंद करता है; बिल बना रहता है</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Step {number} of {count}</source>
   <translation>{count} में से चरण {number}</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/table.py" />
   <source>Stock</source>
   <translation>स्टॉक</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Stock, in all</source>
   <translation>कुल स्टॉक</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Stood before</source>
   <translation>पहले था</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Stop</source>
   <translation>रुकें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Stop pairing</source>
   <translation>जोड़ना छोड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Stop the card, or let it work again</source>
   <translation>कार्ड रोकें, या फिर चलने दें</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Stopped syncing with {store} at {host}: another computer says it is this counter. Pair again.</source>
   <translation>{host} पर {store} से सिंक रुका: दूसरा कंप्यूटर कहता है कि वह यही काउंटर है। फिर जोड़ें।</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>Stopped. Change something, or press F5, to try again.</source>
   <translation>रुका। फिर आज़माने के लिए कुछ बदलें या F5 दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Stopped. F5 reads it again.</source>
   <translation>रोक दिया। F5 से फिर पढ़ें।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Store</source>
   <translation>दुकान</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Subtotal</source>
   <translation>योग</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>Sun</source>
   <translation>रवि</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Supplier paid</source>
   <translation>सप्लायर को दिया</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/programmes/page.py" />
   <source>Suspend</source>
   <translation>रोकें</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/presenter.py" />
   <source>Suspend the programme, or let it go on</source>
   <translation>कार्यक्रम रोकना, या फिर चलाना</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/settings/entries.py" />
   <location filename="../../ui/status/page.py" />
   <source>Sync status</source>
   <translation>सिंक की हालत</translation>
  </message>
  <message>
   <location filename="../../ui/billing/totals.py" />
   <source>TO PAY</source>
   <translation>देय</translation>
  </message>
  <message>
   <location filename="../../ui/training.py" />
   <source>TRAINING · nothing done here counts · the drawer stays shut</source>
   <translation>प्रशिक्षण · यहाँ किया कुछ नहीं गिना जाता · दराज़ बंद रहती है</translation>
  </message>
  <message>
   <location filename="../../ui/training.py" />
   <source>TRAINING · {title}</source>
   <translation>प्रशिक्षण · {title}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Take back a bill that was set aside</source>
   <translation>अलग रखा बिल वापस लाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/pin_pad.py" />
   <source>Take back a digit</source>
   <translation>एक अंक मिटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Take back the last step of the bill</source>
   <translation>बिल का आख़िरी क़दम वापस लें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Take card off</source>
   <translation>कार्ड हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Take cash from the drawer to the safe</source>
   <translation>दराज़ से नकद तिजोरी में ले जाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Take goods back: everything it moves is shown first</source>
   <translation>माल वापस लें: पहले दिखता है कि क्या-क्या बदलेगा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Take out</source>
   <translation>निकालें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/members/forms.py" />
   <source>Take part</source>
   <translation>भाग लें</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Take part in a campaign</source>
   <translation>किसी अभियान में भाग लेना</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Take the marked line off the bill</source>
   <translation>चुनी पंक्ति बिल से हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Take the oldest bill that another program sent here</source>
   <translation>दूसरे प्रोग्राम का भेजा सबसे पुराना बिल लें</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Take the server's figures</source>
   <translation>सर्वर के आँकड़े लें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Take the total, or totals of categories, that was copied in another program</source>
   <translation>दूसरे प्रोग्राम में कॉपी किया योग, या श्रेणियों के योग, लें</translation>
  </message>
  <message>
   <location filename="../../ui/tour/tasks.py" />
   <source>Take the whole of Ravi's last bill back: card {card}.</source>
   <translation>रवि का पूरा पिछला बिल वापस लें: कार्ड {card}।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Take this printer away</source>
   <translation>यह प्रिंटर हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Take what came</source>
   <translation>आया बिल लें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/discounts.py" />
   <source>Take {money} off this bill</source>
   <translation>इस बिल से {money} घटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Taken back</source>
   <translation>वापस लिया</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Taken from {name}</source>
   <translation>{name} से लिए</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Takes off at most</source>
   <translation>अधिकतम कितनी छूट</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Takes off, like 100</source>
   <translation>कितनी छूट, जैसे 100</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Takes off, like 100 or 10 %</source>
   <translation>कितनी छूट, जैसे 100 या 10 %</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Takes part in</source>
   <translation>भाग लेता है</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Takes points</source>
   <translation>पॉइंट लेता है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Taking payment</source>
   <translation>भुगतान लेते समय</translation>
  </message>
  <message>
   <location filename="../../ui/settings/pairing.py" />
   <source>Taking this counter off</source>
   <translation>इस काउंटर को हटाना</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Tasks</source>
   <translation>काम</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Tea and snacks</source>
   <translation>चाय-नाश्ता</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>Teach the scanner</source>
   <translation>स्कैनर को सिखाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/joining.py" />
   <source>Tell a manager this code, or let them scan it. {until}</source>
   <translation>यह कोड मैनेजर को बताएँ, या उन्हें स्कैन करने दें। {until}</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>Tells when paper is out</source>
   <translation>काग़ज़ ख़त्म होने पर बताता है</translation>
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>Ten digits, the first letters, or .5678 for the last four digits.</source>
   <translation>दस अंक, पहले अक्षर, या आख़िरी चार अंकों के लिए .5678।</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Tenders</source>
   <translation>भुगतान के तरीक़े</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Terms</source>
   <translation>शर्तें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Test</source>
   <translation>जाँचें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Test backup</source>
   <translation>बैकअप जाँचें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Test the camera</source>
   <translation>कैमरा जाँचें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Test the marked one, or hear the real reason</source>
   <translation>चुने हुए को जाँचें, या असली वजह जानें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Text as it was</source>
   <translation>लिखा पहले जैसा</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/returns/wording.py" />
   <source>That bill is {n} days old; returns are allowed for {days}. A manager can approve.</source>
   <extracomment>One: That bill is {n} day old; returns are allowed for {days}. A manager can approve.</extracomment>
   <translation>
    <numerusform>वह बिल {n} दिन पुराना है; वापसी {days} दिन तक होती है। मैनेजर मंज़ूर कर सकते हैं।</numerusform>
    <numerusform>वह बिल {n} दिन पुराना है; वापसी {days} दिन तक होती है। मैनेजर मंज़ूर कर सकते हैं।</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>That came too slowly for a scanner. Set the scanner to send faster, or scan instead of typing.</source>
   <translation>यह स्कैनर के लिए बहुत धीरे आया। स्कैनर को तेज़ करें, या लिखने के बजाय स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/finding.py" />
   <source>That cannot be used. {hint}</source>
   <translation>यह नहीं चल सकता। {hint}</translation>
  </message>
  <message>
   <location filename="../../ui/members/asking.py" />
   <source>That card is nobody's.</source>
   <translation>वह कार्ड किसी का नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That card number was mistyped (its check digits don't match). The bill is untouched – please check the card.</source>
   <translation>कार्ड नंबर ग़लत लिखा गया (उसके जाँच अंक मेल नहीं खाते)। बिल वैसा ही है – कार्ड देखें।</translation>
  </message>
  <message>
   <location filename="../../ui/issue/presenter.py" />
   <source>That card number was mistyped: its check digits don't match. Nothing was saved; check the card.</source>
   <translation>कार्ड नंबर ग़लत लिखा गया: उसके जाँच अंक मेल नहीं खाते। कुछ नहीं रखा गया; कार्ड देखें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That comes to nothing. Nothing was added – check the quantity and the rate.</source>
   <translation>इससे कुछ नहीं बनता। कुछ नहीं जोड़ा गया – मात्रा और दर देखें।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <location filename="../../ui/settings/finding.py" />
   <source>That could not be kept: {why}. Nothing was changed; try again.</source>
   <translation>यह सहेजा नहीं जा सका: {why}। कुछ नहीं बदला; फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>That could not be printed. The bill and the points are as they were; try again, or call for help.</source>
   <translation>वह नहीं छपा। बिल और पॉइंट जैसे थे वैसे हैं; फिर कोशिश करें, या मदद बुलाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>That differs from the scan before. Scan the same way twice.</source>
   <translation>यह पिछले स्कैन से अलग है। वही दो बार स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>That does not wait any more: it has been printed, or given up.</source>
   <translation>वह अब रुका नहीं है: छप चुका है, या छोड़ दिया गया।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That is far too long. Nothing was changed – press Esc to clear it and scan or type again.</source>
   <translation>यह बहुत लंबा है। कुछ नहीं बदला – मिटाने के लिए Esc दबाएँ और फिर स्कैन करें या लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>That is how all tiers are reached. It can be changed, and not be taken out.</source>
   <translation>यह सभी स्तरों तक पहुँचने का तरीका है। इसे बदला जा सकता है, हटाया नहीं जा सकता।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That is more than {most}. Nothing was added – check the figure.</source>
   <translation>यह {most} से ज़्यादा है। कुछ नहीं जोड़ा गया – अंक देखें।</translation>
  </message>
  <message>
   <location filename="../../ui/joining.py" />
   <source>That is no address of a server. Nothing was changed; type it like https://loyalty.example.org.</source>
   <translation>यह सर्वर का पता नहीं है। कुछ नहीं बदला; ऐसे लिखें https://loyalty.example.org।</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>That is no amount. Type one like 250; nothing was changed.</source>
   <translation>यह रकम नहीं है। 250 जैसी लिखें; कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>That is no bill number. Type it as on the receipt, like A1/26-27/000123. Nothing was returned.</source>
   <translation>यह बिल नंबर नहीं है। जैसा रसीद पर है वैसा लिखें, जैसे A1/26-27/000123। कुछ वापस नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/kept_desk.py" />
   <source>That is no day to come. Type one like 01/12/2026, or nothing for at once; nothing was changed.</source>
   <translation>यह आने वाला दिन नहीं है। 01/12/2026 जैसा लिखें, या तुरंत के लिए खाली छोड़ें; कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>That is no percentage. Type one like 2 or 2.5; nothing was changed.</source>
   <translation>यह प्रतिशत नहीं है। 2 या 2.5 जैसा लिखें; कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>That is not a number of points. Type it in digits, like 500.</source>
   <translation>यह पॉइंट की संख्या नहीं है। अंकों में लिखें, जैसे 500।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/tendering.py" />
   <source>That is not an amount. Type it in digits, like 500 or 45.50.</source>
   <translation>यह रकम नहीं है। अंकों में लिखें, जैसे 500 या 45.50।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>That is not an amount. Type it in digits, like 500 or 45.50. Nothing was saved.</source>
   <translation>यह रकम नहीं है। अंकों में लिखें, जैसे 500 या 45.50। कुछ नहीं सहेजा गया।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That is too long for a phone (10 digits) or a card (12). Nothing was changed – check the number.</source>
   <translation>यह फ़ोन (10 अंक) या कार्ड (12) के लिए बहुत लंबा है। कुछ नहीं बदला – नंबर देखें।</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>That is your draft; mark a version below it to go back to.</source>
   <translation>यह आपका मसौदा है; लौटने के लिए इसके नीचे का कोई संस्करण चुनें।</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>That was read well. Scan once more.</source>
   <translation>अच्छा पढ़ा गया। एक बार और स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The GST rate is a percentage from 0 to 100.</source>
   <translation>GST दर 0 से 100 तक का प्रतिशत है।</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>The backup is being made. Selling goes on.</source>
   <translation>बैकअप बन रहा है। बिक्री चलती रहती है।</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>The backup is put back to try. Selling goes on.</source>
   <translation>बैकअप लगाकर जाँचा जा रहा है। बिक्री चलती रहती है।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The batch begins with = + - @ or has letters that cannot be printed.</source>
   <translation>बैच = + - @ से शुरू होता है या उसमें ऐसे अक्षर हैं जो छप नहीं सकते।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The batch is longer than 30 letters.</source>
   <translation>बैच 30 अक्षरों से लंबा है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>The bill just made</source>
   <translation>अभी बना बिल</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The bill stands and the customer was charged nothing more. What the card owes, its next points pay back.</source>
   <translation>बिल बना रहेगा और ग्राहक से और कुछ नहीं लिया गया। कार्ड पर जो बाकी है उसे अगले पॉइंट चुकाएँगे।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>The bill that is tried</source>
   <translation>आज़माया जा रहा बिल</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>The bill was {paid}.</source>
   <translation>बिल {paid}।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The bills behind the marked row</source>
   <translation>चुनी पंक्ति के पीछे के बिल</translation>
  </message>
  <message>
   <location filename="../../ui/camera/wording.py" />
   <source>The camera closed by itself: nothing was scanned for a minute. F12 opens it again.</source>
   <translation>कैमरा अपने आप बंद हुआ: एक मिनट तक कुछ स्कैन नहीं हुआ। F12 उसे फिर खोलता है।</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>The camera is on, and works.</source>
   <translation>कैमरा चालू है और काम कर रहा है।</translation>
  </message>
  <message>
   <location filename="../../ui/camera/wording.py" />
   <source>The camera reads with one of its two decoders ({why}). Hard codes may need a second look.</source>
   <translation>कैमरा दो में से एक ही पढ़ने वाले से पढ़ता है ({why})। मुश्किल कोड दूसरी बार में पढ़े जा सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/members/presenter.py" />
   <source>The card is blocked: it cannot be used any more.</source>
   <translation>कार्ड बंद है: अब नहीं चल सकता।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>The card is off this bill. Ctrl+Z puts it back.</source>
   <translation>कार्ड इस बिल से हट गया। Ctrl+Z उसे वापस रखता है।</translation>
  </message>
  <message>
   <location filename="../../ui/members/presenter.py" />
   <source>The card works again.</source>
   <translation>कार्ड फिर चलता है।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>The check letter fits</source>
   <translation>जाँच अक्षर सही है</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The clock is right now</source>
   <translation>घड़ी अब सही है</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The code is missing.</source>
   <translation>कोड नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The code is mistyped, shortened by a spreadsheet, or looks like a card or a bill.</source>
   <translation>कोड ग़लत लिखा है, स्प्रेडशीट ने छोटा कर दिया है, या कार्ड या बिल जैसा दिखता है।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>The code of a counter has one to three capital letters and digits, and is not T. Nothing was changed.</source>
   <translation>काउंटर के कोड में एक से तीन बड़े अक्षर और अंक होते हैं, और वह T नहीं होता। कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/joining.py" />
   <source>The code ran out before anybody approved it. Nothing was changed; bills go on. Pair again.</source>
   <translation>किसी के मंज़ूर करने से पहले कोड का समय निकल गया। कुछ नहीं बदला; बिल चलते रहेंगे। फिर जोड़ें।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The counter had been shut out when they came. They are kept, and nothing of them is posted.</source>
   <translation>जब वे आईं तब काउंटर बाहर किया जा चुका था। वे रखी गई हैं, और उनमें से कुछ दर्ज नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>The counter is locked. Scan a staff card, or type a PIN; then scan this again.</source>
   <translation>काउंटर पर ताला है। कर्मचारी कार्ड स्कैन करें, या PIN लिखें; फिर इसे दोबारा स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>The customer agrees to what is written there</source>
   <translation>वहाँ लिखी बात से ग्राहक सहमत हैं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>The customer and their points appear here at once, whatever has the focus.</source>
   <translation>ग्राहक और उनके पॉइंट तुरंत यहाँ दिखते हैं, चाहे आप कहीं भी लिख रहे हों।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>The customer on the bill takes part in a campaign</source>
   <translation>बिल वाला ग्राहक किसी अभियान में भाग लेता है</translation>
  </message>
  <message>
   <location filename="../../ui/billing/discounts.py" />
   <source>The discount was not approved. The bill is as it was.</source>
   <translation>छूट मंज़ूर नहीं हुई। बिल वैसा ही है।</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>The draft has the rates of v{version} now. Nothing is published yet.</source>
   <translation>मसौदे में अब v{version} की दरें हैं। अभी कुछ लागू नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/drafting.py" />
   <source>The draft is as published again.</source>
   <translation>मसौदा फिर लागू दरों जैसा है।</translation>
  </message>
  <message>
   <location filename="../../ui/drafting.py" />
   <source>The draft is to begin on {day}; the day is set with the rates.</source>
   <translation>मसौदा {day} से लागू होना है; दिन दरों के पन्ने पर तय होता है।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The expiry is a month like 06/2026 or a day like 15/06/2026.</source>
   <translation>समाप्ति 06/2026 जैसा महीना या 15/06/2026 जैसा दिन होती है।</translation>
  </message>
  <message>
   <location filename="../../ui/health/presenter.py" />
   <source>The folder could not be opened here: {folder}.</source>
   <translation>फ़ोल्डर यहाँ खोला नहीं जा सका: {folder}।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>The folder {name} cannot be looked into: {why}. It is tried again; totals can be typed.</source>
   <translation>फ़ोल्डर {name} देखा नहीं जा सकता: {why}। फिर कोशिश होगी; योग लिखे जा सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/issue/presenter.py" />
   <source>The friend's card was mistyped: its check digits don't match. Nothing was saved; check it.</source>
   <translation>मित्र का कार्ड नंबर ग़लत लिखा गया: उसके जाँच अंक मेल नहीं खाते। कुछ नहीं रखा गया; उसे देखें।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The kept cases and the rules in force as a file that anyone can check</source>
   <translation>रखी जाँचें और लागू नियम एक फ़ाइल में, जिसे कोई भी परख सके</translation>
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>The key is F7.</source>
   <translation>इसकी कुंजी F7 है।</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>The last backup was put back to try: its books hold.</source>
   <translation>पिछला बैकअप लगाकर देखा: उसकी बही ठीक है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>The last bill of the customer on the counter</source>
   <translation>काउंटर पर मौजूद ग्राहक का पिछला बिल</translation>
  </message>
  <message>
   <location filename="../../ui/gstin.py" />
   <source>The last letter does not fit the others: something is mistyped</source>
   <translation>आख़िरी अक्षर बाक़ी से मेल नहीं खाता: कुछ ग़लत टाइप हुआ है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The marked campaign with its rules out of the draft</source>
   <translation>चुना हुआ अभियान उसके नियमों समेत मसौदे से हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The marked one in the place of the one in force, with a PIN</source>
   <translation>लागू कार्यक्रम की जगह चुना हुआ, PIN के साथ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The marked one is never in force again</source>
   <translation>चुना हुआ फिर कभी लागू नहीं होगा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The marked reward out of the draft</source>
   <translation>चुना हुआ इनाम मसौदे से हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The marked rule applies after the one below</source>
   <translation>चुना नियम नीचे वाले के बाद लागू हो</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The marked rule applies before the one above</source>
   <translation>चुना नियम ऊपर वाले से पहले लागू हो</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The marked rule out of the draft</source>
   <translation>चुने नियम को मसौदे से निकालें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The marked segment out of the draft</source>
   <translation>चुना हुआ समूह मसौदे से हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The marked tier out of the draft</source>
   <translation>चुना हुआ स्तर मसौदे से हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>The member is {tier} now, until {day}.</source>
   <translation>सदस्य अब {tier} हैं, {day} तक।</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>The member is {tier} now.</source>
   <translation>सदस्य अब {tier} हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The member was enrolled as sent by somebody nobody knows. The member stands; nobody is rewarded.</source>
   <translation>सदस्य को किसी अनजान का भेजा हुआ लिखा गया। सदस्य बना रहेगा; इनाम किसी को नहीं मिलता।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The name begins with = + - @ or has letters that cannot be printed.</source>
   <translation>नाम = + - @ से शुरू होता है या उसमें ऐसे अक्षर हैं जो छप नहीं सकते।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The name is longer than 120 letters.</source>
   <translation>नाम 120 अक्षरों से लंबा है।</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The name is missing.</source>
   <translation>नाम नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>The old card is blocked from now on. The new one is {number}.</source>
   <translation>पुराना कार्ड अब बंद है। नया है {number}।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>The oldest waits {span}</source>
   <translation>सबसे पुराना {span} से रुका है</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>The open bill is kept.</source>
   <translation>खुला बिल रखा है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The other language, at once</source>
   <translation>दूसरी भाषा, तुरंत</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The other one is the counter</source>
   <translation>दूसरा कंप्यूटर काउंटर है</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>The owner approves what is above a limit, and looks after staff, with a PIN of 4 to 6 digits.</source>
   <translation>मालिक 4 से 6 अंकों के PIN से सीमा से ऊपर की मंज़ूरी देते हैं और कर्मचारियों को देखते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>The points needed first are those</source>
   <translation>पहले ज़रूरी पॉइंट वे हैं जो</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The price is an amount like 45 or 45.50, above nothing.</source>
   <translation>दाम 45 या 45.50 जैसी, शून्य से ऊपर की राशि है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The printers of this counter</source>
   <translation>इस काउंटर के प्रिंटर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The rates as they are published again</source>
   <translation>दरें फिर वही जो लागू हैं</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The report as it is now</source>
   <translation>रिपोर्ट, जैसी अभी है</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>The rest cannot be written: {why}. Nothing else was changed.</source>
   <translation>बाक़ी लिखा नहीं जा सका: {why}। और कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>The rule “{rule}” would hold without the campaign then: for everybody, on every day it allows.</source>
   <translation>तब नियम “{rule}” अभियान के बिना लागू होगा: सबके लिए, हर उस दिन जो उसमें है।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>The same PIN once more</source>
   <translation>वही PIN एक बार और</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The same numbers as a table, or as a chart</source>
   <translation>वही संख्याएँ तालिका में, या चार्ट में</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>The scanner works. It read: {text}</source>
   <translation>स्कैनर चलता है। उसने पढ़ा: {text}</translation>
  </message>
  <message>
   <location filename="../../ui/health/presenter.py" />
   <source>The scanner works: {n} letters came.</source>
   <translation>स्कैनर चल रहा है: {n} अक्षर आए।</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>The scanner's settings could not be saved ({why}). They hold until the counter is closed.</source>
   <translation>स्कैनर की सेटिंग रखी नहीं जा सकी ({why})। वह काउंटर बंद होने तक चलेगी।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The server</source>
   <translation>सर्वर</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The server comes to other figures for a bill. It stands as it was sold; nothing was changed.</source>
   <translation>एक बिल पर सर्वर के आँकड़े अलग आते हैं। वह जैसा बिका वैसा है; कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/joining.py" />
   <source>The server could not be asked. Nothing was changed; bills go on.</source>
   <translation>सर्वर से पूछा नहीं जा सका। कुछ नहीं बदला; बिल चलते रहेंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The server could not post it. It is kept there byte for byte and blocks nobody. Nothing is lost.</source>
   <translation>सर्वर इसे दर्ज नहीं कर सका। यह वहाँ ज्यों की त्यों रखी है और किसी को नहीं रोकती। कुछ नहीं खोया।</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>The server is asked now; the header says how it stands.</source>
   <translation>सर्वर से अभी पूछा जा रहा है; हाल ऊपर की पट्टी में दिखता है।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>The server is busy. Everything is saved here and is sent by itself; Enter tries now.</source>
   <translation>सर्वर व्यस्त है। सब यहाँ सुरक्षित है और अपने आप भेजा जाएगा; Enter अभी कोशिश करता है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>The server is busy. What waits is saved here and sent by itself.</source>
   <translation>सर्वर व्यस्त है। जो रुका है वह यहाँ सुरक्षित है और अपने आप भेजा जाएगा।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>The server is not asked any more. Nothing was returned; scan the receipt to ask again.</source>
   <translation>अब सर्वर से नहीं पूछा जा रहा। कुछ नहीं लौटाया गया; फिर पूछने के लिए रसीद स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>The server knows members, rates and staff already</source>
   <translation>सर्वर सदस्य, दरें और कर्मचारी पहले से जानता है</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>The server was last heard {when}.</source>
   <translation>सर्वर से पिछली बार {when} संपर्क हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/keys/presenter.py" />
   <source>The sheet of keys is saved: {path}.</source>
   <translation>कुंजियों का पन्ना सहेजा गया: {path}।</translation>
  </message>
  <message>
   <location filename="../../ui/training.py" />
   <source>The shift is closed, and training ends with it: this window closes in {n} seconds.</source>
   <translation>शिफ़्ट बंद हुई, उसके साथ प्रशिक्षण भी: यह खिड़की {n} सेकंड में बंद होगी।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>The shift is open. Good selling!</source>
   <translation>शिफ़्ट खुल गई। अच्छी बिक्री हो!</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The shop bears it</source>
   <translation>दुकान उठाएगी</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/catalogue/wording.py" />
   <source>The shop has {n} products.</source>
   <extracomment>One: The shop has {n} product.</extracomment>
   <translation>
    <numerusform>दुकान में {n} उत्पाद है।</numerusform>
    <numerusform>दुकान में {n} उत्पाद हैं।</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/issue/presenter.py" />
   <source>The shop may keep name, phone, e-mail and birthday for points, and write about points and offers.</source>
   <translation>दुकान पॉइंट के लिए नाम, फ़ोन, ई-मेल और जन्मदिन रख सकती है, और पॉइंट व ऑफ़र के बारे में लिख सकती है।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>The shop's rule: points spent already are not asked for; the balance stops at zero.</source>
   <translation>दुकान का नियम: ख़र्च हो चुके पॉइंट नहीं माँगे जाते; शेष शून्य पर रुकता है।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>The shop's rule: points spent already make the balance negative; the next earned pay it off.</source>
   <translation>दुकान का नियम: ख़र्च हो चुके पॉइंट से शेष शून्य से नीचे जाता है; आगे मिले पॉइंट उसे पूरा करते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>The staff card of {name} works no more.</source>
   <translation>{name} का कर्मचारी कार्ड अब नहीं चलता।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>The two PINs differ. Nothing was saved; type both again.</source>
   <translation>दोनों PIN अलग हैं। कुछ सहेजा नहीं गया; दोनों फिर टाइप करें।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>The two were not the same. Type the new PIN again.</source>
   <translation>दोनों एक जैसे नहीं थे। नया PIN फिर लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The usual key again for the marked command</source>
   <translation>चुने हुए आदेश के लिए फिर पहले वाली कुंजी</translation>
  </message>
  <message>
   <location filename="../../ui/keys/presenter.py" />
   <source>The usual key again: {key}. It holds from the next start of the counter.</source>
   <translation>फिर पहले वाली कुंजी: {key}। काउंटर के अगली बार खुलने से लागू होगा।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>The usual keys again for all commands</source>
   <translation>सब आदेशों के लिए फिर पहले वाली कुंजियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>The usual ones, or some as in Tally.</source>
   <translation>पहले वाली, या कुछ Tally जैसी।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/rewards.py" />
   <source>The voucher is off this bill. It is still good.</source>
   <translation>वाउचर इस बिल से हटा दिया गया। वह अब भी मान्य है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Their staff card works no more</source>
   <translation>उनका कर्मचारी कार्ड अब नहीं चलता</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>There are no tiers.</source>
   <translation>कोई स्तर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_desk.py" />
   <source>There is no bill {number} here. Nothing was changed; look at its receipt.</source>
   <translation>यहाँ बिल {number} नहीं है। कुछ नहीं बदला; उसकी रसीद देखें।</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>There is no campaign now that they could take part in and do not yet.</source>
   <translation>अभी ऐसा कोई अभियान नहीं है जिसमें ग्राहक भाग ले सके और न ले रहा हो।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>There is no category “{key}”. Nothing was added – after the slash type one of {keys}.</source>
   <translation>“{key}” कोई श्रेणी नहीं है। कुछ नहीं जोड़ा गया – / के बाद इनमें से एक लिखें: {keys}।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/ringing.py" />
   <source>There is no line to remove.</source>
   <translation>हटाने को कोई पंक्ति नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/discounts.py" />
   <source>There is no line {n} on this bill. Nothing was changed.</source>
   <translation>इस बिल पर पंक्ति {n} नहीं है। कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/paying.py" />
   <source>There is no {reward} left, so the bill brings none.</source>
   <translation>{reward} अब नहीं बचा, इसलिए बिल के साथ नहीं मिलेगा।</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>There is nothing of these days.</source>
   <translation>इन दिनों का कुछ नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>These are the first rates of this shop: there were none before them.</source>
   <translation>ये इस दुकान की पहली दरें हैं: इनसे पहले कोई नहीं थीं।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>These lines stand on every receipt. What is left empty is not printed.</source>
   <translation>ये पंक्तियाँ हर रसीद पर रहती हैं। जो ख़ाली रहे, वह नहीं छपता।</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>They are one member now: {name}.</source>
   <translation>अब वे एक सदस्य हैं: {name}।</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>They are rounded</source>
   <translation>वे पूरे होते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>They are rounded for</source>
   <translation>वे पूरे होते हैं हर</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>They take part in “{campaign}” now.</source>
   <translation>ग्राहक अब “{campaign}” में भाग ले रहा है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Third choice</source>
   <translation>तीसरा विकल्प</translation>
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>This bill earns no points yet</source>
   <translation>इस बिल पर अभी पॉइंट नहीं मिलेंगे</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>This category is none of the shop's.</source>
   <translation>यह श्रेणी दुकान की नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>This computer does not know that queue now. What is printed waits until it does.</source>
   <translation>यह कंप्यूटर अभी उस क़तार को नहीं जानता। तब तक छपने वाला रुका रहता है।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>This computer has no print queues, or they cannot be asked.</source>
   <translation>इस कंप्यूटर में छपाई क़तार नहीं है, या उससे पूछा नहीं जा सकता।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>This computer is the counter</source>
   <translation>यही कंप्यूटर काउंटर है</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <location filename="../../ui/status/wording.py" />
   <source>This counter</source>
   <translation>यह काउंटर</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>This counter belongs to no server.</source>
   <translation>यह काउंटर किसी सर्वर से जुड़ा नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>This counter belongs to no server. The settings (Ctrl+,) let it join one.</source>
   <translation>यह काउंटर किसी सर्वर का नहीं है। सेटिंग (Ctrl+,) से इसे जोड़ा जा सकता है।</translation>
  </message>
  <message>
   <location filename="../../ui/camera/wording.py" />
   <source>This counter has no camera set up. Use the scanner, or name a camera in the settings.</source>
   <translation>इस काउंटर पर कैमरा नहीं लगा है। स्कैनर लें, या सेटिंग में कैमरा लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/keys/presenter.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/reports/wording.py" />
   <location filename="../../ui/returns/evidence.py" />
   <location filename="../../ui/rules/case_file.py" />
   <source>This counter has no folder for exports. Nothing was written.</source>
   <translation>इस काउंटर पर निकाली फ़ाइलों का फ़ोल्डर नहीं है। कुछ नहीं लिखा गया।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>This counter is one of a chain: programmes are made and changed at its server.</source>
   <translation>यह काउंटर एक चेन का है: कार्यक्रम उसके सर्वर पर बनाए और बदले जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/publishing.py" />
   <source>This counter is one of a chain: what you publish here holds in all its stores.</source>
   <translation>यह काउंटर एक शृंखला का है: यहाँ जो प्रकाशित होगा, वह उसकी सभी दुकानों में लागू होगा।</translation>
  </message>
  <message>
   <location filename="../../ui/health/presenter.py" />
   <source>This counter keeps no log.</source>
   <translation>यह काउंटर लॉग नहीं रखता।</translation>
  </message>
  <message>
   <location filename="../../ui/cards.py" />
   <source>This counter prints no cards.</source>
   <translation>यह काउंटर कार्ड नहीं छापता।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>This counter takes totals of categories, not products. The bill is untouched; type the amount.</source>
   <translation>यह काउंटर श्रेणियों की कुल रकम लेता है, दवाएँ नहीं। बिल वैसा ही है; रकम लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>This is how the counter is set up. Enter opens it.</source>
   <translation>काउंटर ऐसे तैयार है। Enter उसे खोलता है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>This is the PIN</source>
   <translation>यही PIN है</translation>
  </message>
  <message>
   <location filename="../../ui/keys/presenter.py" />
   <source>This key means the same everywhere and stays.</source>
   <translation>यह कुंजी हर जगह एक ही काम करती है, इसलिए नहीं बदलती।</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>This member has no card. Give them one with F6.</source>
   <translation>इस सदस्य का कार्ड नहीं है। F6 से दें।</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>This month</source>
   <translation>यह महीना</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>This product, or this batch of it, stands further up already.</source>
   <translation>यह उत्पाद, या इसका यह बैच, ऊपर पहले से है।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>This program</source>
   <translation>यह प्रोग्राम</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>This program is older than the server and does not know this kind.</source>
   <translation>यह प्रोग्राम सर्वर से पुराना है और इस तरह को नहीं जानता।</translation>
  </message>
  <message>
   <location filename="../../ui/licences/page.py" />
   <source>This program: MIT License. Copyright (c) 2026 The Tillpoint authors.</source>
   <translation>यह प्रोग्राम: MIT लाइसेंस। Copyright (c) 2026 The Tillpoint authors.</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>This sheet of keys</source>
   <translation>कुंजियों का यह पन्ना</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>This shop has no categories yet. Nothing was added – ask a manager to set them up.</source>
   <translation>इस दुकान में अभी कोई श्रेणी नहीं है। कुछ नहीं जोड़ा गया – मैनेजर से बनाने को कहें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/rewards.py" />
   <source>This voucher is {name}'s, who is not on this bill. Nothing was changed; scan their card first.</source>
   <translation>यह वाउचर {name} का है, जो इस बिल पर नहीं हैं। कुछ नहीं बदला; पहले उनका कार्ड स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Those entries are lost; go on</source>
   <translation>वे प्रविष्टियाँ खो गईं; आगे बढ़ें</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>Thu</source>
   <translation>गुरु</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Tick</source>
   <translation>चुनें</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Tick what comes back first. Nothing was returned.</source>
   <translation>पहले चुनें कि क्या वापस आता है। कुछ वापस नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Tick what comes back: Space ticks, + and - change how many, Ctrl+A takes all.</source>
   <translation>चुनें कि क्या वापस आता है: Space चुनता है, + और - संख्या बदलते हैं, Ctrl+A सब लेता है।</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/returns/wording.py" />
   <location filename="../../ui/rules/trial_pane.py" />
   <location filename="../../ui/status/speech.py" />
   <location filename="../../ui/tiers/table.py" />
   <source>Tier</source>
   <translation>स्तर</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <location filename="../../ui/members/forms.py" />
   <source>Tier by hand</source>
   <translation>स्तर हाथ से</translation>
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Tier change</source>
   <translation>स्तर में बदलाव</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Tier of the member</source>
   <translation>सदस्य का स्तर</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Tier “{name}” is new: {now}</source>
   <translation>स्तर “{name}” नया है: {now}</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>Tier “{name}” is taken away: {was}</source>
   <translation>स्तर “{name}” हटाया गया: {was}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/reports/wording.py" />
   <location filename="../../ui/tier_words.py" />
   <location filename="../../ui/tiers/wording.py" />
   <source>Tiers</source>
   <translation>स्तर</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>Tiers are reached {counted}, {lasting}.</source>
   <translation>स्तर {counted} मिलते हैं, {lasting}।</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/presenter.py" />
   <source>Tiers v{version}</source>
   <translation>स्तर v{version}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Tiers, rates and rules as published</source>
   <translation>स्तर, दरें और नियम, जैसे प्रकाशित हैं</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/table.py" />
   <source>Tiers, the lowest first</source>
   <translation>स्तर, सबसे नीचे वाला पहले</translation>
  </message>
  <message>
   <location filename="../../ui/first_window.py" />
   <source>Tillpoint – first run</source>
   <translation>Tillpoint – पहली शुरुआत</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Time</source>
   <translation>समय</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>Times</source>
   <translation>गुना</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <location filename="../../ui/rules/editor.py" />
   <source>Times a member</source>
   <translation>प्रति सदस्य कितनी बार</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <source>Title, as members read it</source>
   <translation>शीर्षक, जो सदस्य पढ़ते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>To</source>
   <translation>तक</translation>
  </message>
  <message>
   <location filename="../../ui/billing/totals.py" />
   <source>To pay</source>
   <translation>देय रकम</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>To the bank</source>
   <translation>बैंक को</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>To the end of</source>
   <translation>इस दिन के अंत तक</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>To the safe</source>
   <translation>तिजोरी में</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>To the tier</source>
   <translation>किस स्तर पर</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Today</source>
   <translation>आज</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Together</source>
   <translation>कुल</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Too long for an amount. Go on to 10 digits for a phone (it starts with 6–9), 12 for a card.</source>
   <translation>रकम के लिए बहुत लंबा। फ़ोन के लिए 10 अंक (6–9 से शुरू), कार्ड के लिए 12 अंक लिखते जाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Too many bills wait already. {name} stays in its folder; take or discard some, then it comes.</source>
   <translation>पहले से बहुत बिल रुके हैं। {name} अपने फ़ोल्डर में रहेगी; कुछ लें या हटाएँ, फिर वह आएगी।</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Too much</source>
   <translation>ज़्यादा दिया</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Top members</source>
   <translation>मुख्य सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Total</source>
   <translation>कुल</translation>
  </message>
  <message>
   <location filename="../../ui/billing/arriving.py" />
   <source>Totals are taken where another program makes the bills. Nothing was added.</source>
   <translation>योग वहाँ लिए जाते हैं जहाँ बिल दूसरा प्रोग्राम बनाता है। कुछ नहीं जोड़ा गया।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Totals only</source>
   <translation>केवल योग</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/settings/entries.py" />
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Training</source>
   <translation>प्रशिक्षण</translation>
  </message>
  <message>
   <location filename="../../ui/training.py" />
   <source>Training opens beside this counter, with sample members and bills that do not count: start the program once more with --training. This counter stays as it is.</source>
   <translation>प्रशिक्षण इस काउंटर के साथ अलग खुलता है, नमूने के सदस्यों और ऐसे बिलों के साथ जो नहीं गिने जाते: प्रोग्राम को --training के साथ एक बार और शुरू करें। यह काउंटर वैसा ही रहता है।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Tried too often; it waits for you.</source>
   <translation>बहुत बार कोशिश हुई; आपका इंतज़ार है।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/table.py" />
   <location filename="../../ui/status/table.py" />
   <source>Tries</source>
   <translation>कोशिशें</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Trouble</source>
   <translation>गड़बड़</translation>
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>True size</source>
   <translation>असली आकार</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Try again</source>
   <translation>फिर आज़माएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Try it</source>
   <translation>जाँचें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Try now</source>
   <translation>अभी कोशिश करें</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Try with the sample shop</source>
   <translation>नमूना दुकान से आज़माएँ</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>Trying it on the bills of the last {days} days: {done} of {of} …</source>
   <translation>पिछले {days} दिनों के बिलों पर आज़मा रहे हैं: {of} में से {done} …</translation>
  </message>
  <message>
   <location filename="../../ui/status/presenter.py" />
   <source>Trying now. What waits is saved here whatever comes of it.</source>
   <translation>अभी कोशिश हो रही है। जो रुका है वह हर हाल में यहाँ सुरक्षित है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Trying one bill</source>
   <translation>एक बिल आज़माते समय</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>Tue</source>
   <translation>मंगल</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two computers at once</source>
   <translation>एक साथ दो कंप्यूटर</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two counters each gave the member a new card. The points are the member's, whichever they show.</source>
   <translation>दो काउंटरों ने सदस्य को एक-एक नया कार्ड दिया। वे कोई भी दिखाएँ, पॉइंट उन्हीं के हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Two members who are one person</source>
   <translation>दो सदस्य जो एक ही व्यक्ति हैं</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two members, one phone</source>
   <translation>दो सदस्य, एक फ़ोन</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two people decided the same check, each otherwise. The first holds; nothing else was done.</source>
   <translation>दो लोगों ने एक ही जाँच अलग-अलग तय की। पहला फ़ैसला लागू है; और कुछ नहीं किया गया।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two people share the phone</source>
   <translation>फ़ोन दो लोगों का है</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>Type</source>
   <translation>प्रकार</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_desk.py" />
   <source>Type a bill first that can be sold as drafted, and a name for it.</source>
   <translation>पहले ऐसा बिल लिखें जो मसौदे में बिक सके, और उसका नाम।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Type a name, or press F4 to leave this for later.</source>
   <translation>नाम टाइप करें, या F4 से बाद के लिए छोड़ें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>Type a number</source>
   <translation>संख्या लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>Type a number of points</source>
   <translation>पॉइंट की संख्या लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>Type a phone or a name</source>
   <translation>फ़ोन या नाम लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>Type a phone, a name, or the last four digits of phone or card</source>
   <translation>फ़ोन, नाम, या फ़ोन या कार्ड के आख़िरी चार अंक लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Type a phone, last four digits or a name</source>
   <translation>फ़ोन, आख़िरी चार अंक या नाम लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>Type an amount</source>
   <translation>रकम लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_form.py" />
   <source>Type an amount for a category, or the number of a bill that was sold.</source>
   <translation>किसी श्रेणी की रकम लिखें, या बिके बिल का नंबर।</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Type both days as year-month-day, like 2026-04-01.</source>
   <translation>दोनों दिन साल-महीना-दिन में लिखें, जैसे 2026-04-01।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Type how much cash goes back, like 240 or 45.50. Nothing was returned.</source>
   <translation>लिखें कि कितना नकद लौटता है, जैसे 240 या 45.50। कुछ नहीं लौटाया गया।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Type or scan</source>
   <translation>लिखें या स्कैन करें</translation>
  </message>
  <message>
   <location filename="../../ui/approval/wording.py" />
   <source>Type the PIN, or scan a staff card.</source>
   <translation>PIN लिखें, या कर्मचारी कार्ड स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Type the day like 31/3/2027, or nothing. Nothing was changed.</source>
   <translation>दिन 31/3/2027 जैसा लिखें, या कुछ नहीं। कुछ बदला नहीं गया।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Type the marked campaign anew</source>
   <translation>चुने हुए अभियान को फिर से लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Type the marked reward anew</source>
   <translation>चुने हुए इनाम को फिर से लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Type the marked rule anew</source>
   <translation>चुने नियम को बदलें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Type the marked segment anew</source>
   <translation>चुने हुए समूह को फिर से लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Type the marked tier anew, or how tiers are reached</source>
   <translation>चुने हुए स्तर को, या स्तरों तक पहुँचने के तरीके को, फिर से लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Type the number of a bill that was sold</source>
   <translation>बिके बिल का नंबर लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/people.py" />
   <source>Type the number of the bill that comes back</source>
   <translation>वापस आने वाले बिल का नंबर लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Type the points as a number, like 50 or -12.5. Nothing was changed.</source>
   <translation>पॉइंट संख्या में लिखें, जैसे 50 या -12.5। कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Type the shop's name, or press F4 to leave this for later.</source>
   <translation>दुकान का नाम टाइप करें, या F4 से बाद के लिए छोड़ें।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Type what a command is called</source>
   <translation>आदेश का नाम लिखें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Type what a setting is called</source>
   <translation>सेटिंग का नाम टाइप करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Typing a PIN</source>
   <translation>PIN लिखते समय</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Typing a campaign</source>
   <translation>अभियान लिखते समय</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Typing a reward</source>
   <translation>इनाम लिखते समय</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Typing a rule</source>
   <translation>नियम लिखते समय</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Typing a segment</source>
   <translation>समूह लिखते समय</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>Typing a tier</source>
   <translation>स्तर लिखते समय</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/billing/pay_pane.py" />
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/returns/wording.py" />
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>UPI</source>
   <translation>UPI</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>UPI address</source>
   <translation>UPI पता</translation>
  </message>
  <message>
   <location filename="../../ui/billing/upi_code.py" />
   <source>UPI code to pay by</source>
   <translation>भुगतान का UPI कोड</translation>
  </message>
  <message>
   <location filename="../../ui/members/presenter.py" />
   <source>Unblock a card</source>
   <translation>कार्ड चालू करें</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Unblock card</source>
   <translation>कार्ड चालू करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Undo</source>
   <translation>वापस लें</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Until seq</source>
   <translation>क्रम तक</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <location filename="../../ui/programmes/editor.py" />
   <location filename="../../ui/rewards/editor.py" />
   <location filename="../../ui/rules/editor.py" />
   <source>Until the day</source>
   <translation>इस दिन तक</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>Until the hour</source>
   <translation>इस समय तक</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Up to date</source>
   <translation>ताज़ा</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Up to date {time}</source>
   <translation>ताज़ा {time}</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Update needed</source>
   <translation>अपडेट चाहिए</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Update needed to sync</source>
   <translation>सिंक के लिए अपडेट चाहिए</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Updates</source>
   <translation>अपडेट</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Usable from</source>
   <translation>कब से चलेंगे</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Usable here now: {points} of {of}</source>
   <translation>यहाँ अभी चलेंगे: {of} में से {points}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Use all</source>
   <translation>सब लगाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Use none</source>
   <translation>कोई न लगाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Use some of the points</source>
   <translation>कुछ पॉइंट इस्तेमाल करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Use the most points allowed, or none</source>
   <translation>जितने चल सकें उतने पॉइंट लगाएँ, या कोई नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>Use these</source>
   <translation>इन्हें लगाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>Use these points</source>
   <translation>ये पॉइंट लगाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/members/wording.py" />
   <source>Used</source>
   <translation>लगे</translation>
  </message>
  <message>
   <location filename="../../ui/segments/table.py" />
   <source>Used by</source>
   <translation>किसमें काम आता है</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Using {amount}</source>
   <translation>{amount} लगे</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Usual key</source>
   <translation>पहले वाली</translation>
  </message>
  <message>
   <location filename="../../ui/actions/binding.py" />
   <source>Usual keys</source>
   <translation>पहले वाली कुंजियाँ</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Value</source>
   <translation>मान</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <location filename="../../ui/status/views.py" />
   <source>Version</source>
   <translation>संस्करण</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Versions</source>
   <translation>संस्करण</translation>
  </message>
  <message>
   <location filename="../../ui/rates/page.py" />
   <source>Versions, the newest first</source>
   <translation>संस्करण, सबसे नया पहले</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <location filename="../../ui/billing/pay_pane.py" />
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/printers/wording.py" />
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/shift/wording.py" />
   <source>Voucher</source>
   <translation>वाउचर</translation>
  </message>
  <message>
   <location filename="../../ui/billing/voucher_form.py" />
   <source>Voucher number</source>
   <translation>वाउचर नंबर</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Voucher of the bill</source>
   <translation>बिल का वाउचर</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Voucher {money}, and {rest} in cash</source>
   <translation>वाउचर {money}, और {rest} नकद</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>Voucher, good until {day}</source>
   <translation>वाउचर, {day} तक मान्य</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>Voucher, good without an end</source>
   <translation>वाउचर, बिना अंतिम तारीख के मान्य</translation>
  </message>
  <message>
   <location filename="../../ui/billing/totals.py" />
   <source>WAIT</source>
   <translation>रुकें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/status/page.py" />
   <location filename="../../ui/status/views.py" />
   <source>Waiting</source>
   <translation>रुके हुए</translation>
  </message>
  <message>
   <location filename="../../ui/joining.py" />
   <source>Waiting for approval until {time}.</source>
   <translation>{time} तक मंज़ूरी का इंतज़ार।</translation>
  </message>
  <message>
   <location filename="../../ui/joining.py" />
   <source>Waiting for approval.</source>
   <translation>मंज़ूरी का इंतज़ार।</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Waiting for the server</source>
   <translation>सर्वर का इंतज़ार</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Waiting to be sent</source>
   <translation>भेजने को रुका</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Waiting: {kinds}</source>
   <translation>रुके हुए: {kinds}</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Wanted</source>
   <translation>चाहा गया</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Was taken off {store} at {host}. It sells on by itself; to come back, pair it again.</source>
   <translation>{host} पर {store} से हटाया गया। यह अकेला बेचता रहता है; वापस आने के लिए फिर जोड़ें।</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>Wed</source>
   <translation>बुध</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Welcome to Tillpoint</source>
   <translation>Tillpoint में स्वागत है</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/table.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/printers/table.py" />
   <location filename="../../ui/status/table.py" />
   <source>What</source>
   <translation>क्या</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>What a person has to decide</source>
   <translation>किसी व्यक्ति को क्या तय करना है</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>What a return does</source>
   <translation>वापसी क्या करती है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>What categories earn: changed, tried on bills that were sold, published for a day</source>
   <translation>श्रेणियों की कमाई: बदलें, बिके बिलों पर आज़माएँ, किसी दिन से लागू करें</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>What counts</source>
   <translation>क्या गिना जाता है</translation>
  </message>
  <message>
   <location filename="../../ui/palette/box.py" />
   <source>What do you want to do?</source>
   <translation>क्या करना है?</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>What each tier asks and brings. Whoever reaches more rises with their next bill.</source>
   <translation>हर स्तर क्या माँगता और क्या देता है। जो ज़्यादा तक पहुँचता है, वह अगले बिल के साथ ऊपर जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>What is entered here</source>
   <translation>यहाँ क्या लिखा जाता है</translation>
  </message>
  <message>
   <location filename="../../ui/backup/page.py" />
   <source>What is known</source>
   <translation>जो पता है</translation>
  </message>
  <message>
   <location filename="../../ui/members/table.py" />
   <source>What is known of this member</source>
   <translation>इस सदस्य के बारे में क्या मालूम है</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>What is this counter to be? Everything can be changed later.</source>
   <translation>यह काउंटर क्या बने? सब कुछ बाद में बदला जा सकता है।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>What is typed is not saved yet. F9 saves it; Esc drops it.</source>
   <translation>जो लिखा है वह अभी सहेजा नहीं गया है। F9 सहेजता है; Esc छोड़ देता है।</translation>
  </message>
  <message>
   <location filename="../../ui/rates/page.py" />
   <source>What it changed</source>
   <translation>क्या बदला</translation>
  </message>
  <message>
   <location filename="../../ui/printers/form.py" />
   <source>What it does</source>
   <translation>क्या करता है</translation>
  </message>
  <message>
   <location filename="../../ui/settings/pairing.py" />
   <source>What joining does with this counter</source>
   <translation>जुड़ने से इस काउंटर का क्या होता है</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/editor.py" />
   <source>What members collect</source>
   <translation>सदस्य क्या जमा करते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>What members take part in: its kind, its days, what points are called, which is in force</source>
   <translation>सदस्य किसमें भाग लेते हैं: उसका प्रकार, उसके दिन, पॉइंट का नाम, कौन-सा लागू है</translation>
  </message>
  <message>
   <location filename="../../ui/settings/pairing.py" />
   <source>What pairing means</source>
   <translation>जोड़ने का मतलब</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>What papers say of the shop</source>
   <translation>रसीद पर दुकान का ब्योरा</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>What points are worth, when they end, how they are earned, used and rounded: changed and published</source>
   <translation>पॉइंट का मूल्य, उनका अंत, वे कैसे मिलते, लगते और पूरे किए जाते हैं: बदलें और लागू करें</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>What points can be changed for, in the order in which the counter offers it.</source>
   <translation>पॉइंट के बदले क्या मिल सकता है, उसी क्रम में जिसमें काउंटर दिखाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>What points can be changed for: made, changed and published with the rates</source>
   <translation>पॉइंट के बदले क्या मिल सकता है: बनाएँ, बदलें और दरों के साथ प्रकाशित करें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>What points can pay</source>
   <translation>पॉइंट कितना चुका सकते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/camera/wording.py" />
   <source>What the camera sees</source>
   <translation>कैमरा क्या देखता है</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <source>What the campaign asks, and its rules</source>
   <translation>अभियान में क्या हो, और उसके नियम</translation>
  </message>
  <message>
   <location filename="../../ui/health/page.py" />
   <source>What the counter works with</source>
   <translation>काउंटर जिनसे काम करता है</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/table.py" />
   <source>What the list would do</source>
   <translation>सूची क्या करेगी</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>What the marked campaign would have given</source>
   <translation>चुने अभियान से कितना मिलता</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>What the marked rule would have given</source>
   <translation>चुने नियम से कितना मिलता</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/editor.py" />
   <source>What the programme is</source>
   <translation>कार्यक्रम क्या है</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>What the reward costs and gives</source>
   <translation>इनाम की कीमत और उसमें क्या मिलता है</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>What the rule asks and brings</source>
   <translation>नियम क्या माँगता और देता है</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/page.py" />
   <source>What the scanner sent</source>
   <translation>स्कैनर ने क्या भेजा</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>What the segment asks of a member</source>
   <translation>समूह के सदस्य में क्या हो</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/editor.py" />
   <source>What the tier asks and brings</source>
   <translation>स्तर क्या माँगता और क्या देता है</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>What they may pay is a share of</source>
   <translation>वे किसका हिस्सा चुका सकते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>What this bill earns</source>
   <translation>इस बिल से क्या मिलता है</translation>
  </message>
  <message>
   <location filename="../../ui/billing/sale.py" />
   <source>What this card can pay has changed: now {to_pay} to pay.</source>
   <translation>यह कार्ड जितना चुका सकता है वह बदल गया: अब देय {to_pay}।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/panes.py" />
   <source>What this counter is to be</source>
   <translation>यह काउंटर क्या बने</translation>
  </message>
  <message>
   <location filename="../../ui/licences/page.py" />
   <source>What this program stands on</source>
   <translation>यह प्रोग्राम जिन पर टिका है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>What this program stands on, and its terms</source>
   <translation>यह प्रोग्राम जिन पर टिका है, और उनकी शर्तें</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>What this program stands on, and its terms.</source>
   <translation>यह प्रोग्राम जिन पर टिका है, और उनकी शर्तें।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/panes.py" />
   <source>What this shop begins with</source>
   <translation>यह दुकान किससे शुरू हो</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>What tiers ask and bring: changed, held against everybody, published</source>
   <translation>स्तर क्या माँगते और देते हैं: बदलें, सब पर आज़माएँ, प्रकाशित करें</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>What to begin with</source>
   <translation>किससे शुरू करें</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>What waits for its day never begins</source>
   <translation>जो अपने दिन के इंतज़ार में है, वह कभी शुरू नहीं होता</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <location filename="../../ui/printers/table.py" />
   <source>What waits to be printed</source>
   <translation>छपने को क्या रुका है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>What waits to be printed, and why</source>
   <translation>छपने को क्या रुका है, और क्यों</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>What waits to be printed, and why.</source>
   <translation>छपने के लिए क्या रुका है, और क्यों।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/status/table.py" />
   <source>What waits to be sent</source>
   <translation>भेजने को क्या रुका है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>What waits to be sent, and what needs a check</source>
   <translation>भेजने को क्या रुका है, और किसकी जाँच चाहिए</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>What waits to be sent, and what needs a check.</source>
   <translation>भेजने को क्या रुका है, और किसे जाँचना है।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>What was decided before</source>
   <translation>पहले क्या तय हुआ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>What was left out, with what is wrong, as a file</source>
   <translation>जो छूट गया, उसकी ग़लती के साथ, फ़ाइल में</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>What was not sent before is missing at the server. The counter went on with a new run of numbers.</source>
   <translation>पहले जो नहीं भेजा गया वह सर्वर पर नहीं है। काउंटर नए क्रम के नंबरों से आगे चला।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>What was published, by whom and what it changed</source>
   <translation>क्या लागू हुआ, किसने किया और क्या बदला</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>What was sold, earned, used and owed, as charts and tables</source>
   <translation>क्या बिका, कितने पॉइंट मिले, लगे और बाकी हैं: चार्ट और तालिका में</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>What was spent</source>
   <translation>कितना ख़र्च किया</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/printers/table.py" />
   <location filename="../../ui/status/table.py" />
   <source>When</source>
   <translation>कब</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>When points end</source>
   <translation>पॉइंट कब समाप्त होते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>Where</source>
   <translation>कहाँ</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Where customers pay, like shop@bank; empty shows no code.</source>
   <translation>ग्राहक कहाँ चुकाते हैं, जैसे shop@bank; ख़ाली हो तो कोड नहीं दिखता।</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>Where points are spent already</source>
   <translation>जहाँ पॉइंट ख़र्च हो चुके</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Where the other program drops them, beside “Totals only”; empty watches none.</source>
   <translation>जहाँ दूसरा प्रोग्राम उन्हें छोड़ता है, “केवल योग” के साथ; ख़ाली हो तो कोई नहीं।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Where the other program posts them: 0 (closed), or 1024 to 65535.</source>
   <translation>जहाँ दूसरा प्रोग्राम उन्हें भेजता है: 0 (बंद), या 1024 से 65535।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Where the points and the limit come from</source>
   <translation>पॉइंट और सीमा कहाँ से आते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Whether bills are made in shifts only.</source>
   <translation>क्या बिल केवल शिफ़्ट में बनते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>Which</source>
   <translation>कौन-सा</translation>
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>Which batch?</source>
   <translation>कौन-सा बैच?</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/rules/wording.py" />
   <source>Which bill</source>
   <translation>कौन-सा बिल</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>Which bill of theirs</source>
   <translation>उनका कौन-सा बिल</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Which report</source>
   <translation>कौन-सी रिपोर्ट</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Which version runs, and how a newer one comes.</source>
   <translation>कौन-सा संस्करण चल रहा है, और नया कैसे आता है।</translation>
  </message>
  <message>
   <location filename="../../ui/approval/wording.py" />
   <source>Who approves</source>
   <translation>कौन मंज़ूर करता है</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>Who is at the counter?</source>
   <translation>काउंटर पर कौन है?</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Who is here at the start</source>
   <translation>शुरू में कौन यहाँ है</translation>
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>Who is it?</source>
   <translation>कौन हैं?</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Who looks after this counter?</source>
   <translation>इस काउंटर को कौन देखता है?</translation>
  </message>
  <message>
   <location filename="../../ui/staff/page.py" />
   <source>Who works here</source>
   <translation>यहाँ कौन काम करता है</translation>
  </message>
  <message>
   <location filename="../../ui/actions/window.py" />
   <source>Who works here, their roles and PINs</source>
   <translation>यहाँ कौन काम करता है, उनकी भूमिकाएँ और PIN</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Who works here, their roles, PINs and cards.</source>
   <translation>यहाँ कौन काम करता है, उनकी भूमिका, PIN और कार्ड।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Who would move under these tiers</source>
   <translation>इन स्तर से कौन ऊपर या नीचे जाएगा</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Whole bills</source>
   <translation>पूरे बिल</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>Whole bills, or totals beside another billing program.</source>
   <translation>पूरे बिल, या दूसरे बिलिंग प्रोग्राम के साथ केवल योग।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Why</source>
   <translation>क्यों</translation>
  </message>
  <message>
   <location filename="../../ui/printers/table.py" />
   <source>Why it is not printed</source>
   <translation>क्यों नहीं छपा</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Why not yet</source>
   <translation>अभी क्यों नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>Why the goods come back</source>
   <translation>सामान क्यों वापस आया</translation>
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>Why these figures</source>
   <translation>ये आँकड़े क्यों</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/table.py" />
   <source>Why, or the product</source>
   <translation>क्यों, या उत्पाद</translation>
  </message>
  <message>
   <location filename="../../ui/actions/counter.py" />
   <source>Why?</source>
   <translation>क्यों?</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Will be used on this bill</source>
   <translation>इस बिल पर इस्तेमाल होंगे</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <source>With a category</source>
   <translation>श्रेणी के साथ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/scope.py" />
   <source>With nothing in the box</source>
   <translation>जब कुछ लिखा न हो</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>With tiers</source>
   <translation>स्तरों के साथ</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Withdraw</source>
   <translation>वापस लें</translation>
  </message>
  <message>
   <location filename="../../ui/drafting.py" />
   <source>Withdrawn: what waited never begins. The rules in force go on as rates v{version}.</source>
   <translation>वापस लिया: जो इंतज़ार में था, वह शुरू नहीं होगा। चालू नियम दरें v{version} के रूप में चलते रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/drives/editor.py" />
   <source>Within so many days</source>
   <translation>इतने दिनों के अंदर</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/panes.py" />
   <source>Without a PIN, a cashier of that name sells here, and nobody can approve anything yet.</source>
   <translation>PIN के बिना इस नाम का कैशियर यहाँ बेचता है, और अभी कोई मंज़ूरी नहीं दे सकता।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/goods_views.py" />
   <source>Without a batch</source>
   <translation>बिना बैच</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Without the server, a card may use up to {card} points ({card_money}) more than is set aside for it here; all cards together {counter} points ({counter_money}) until the server answers again. At worst this counter can cost the shop {counter_money} so; each other counter adds its own. Only the server can change this.</source>
   <translation>सर्वर के बिना एक कार्ड यहाँ अपने हिस्से से {card} पॉइंट ({card_money}) तक ज़्यादा लगा सकता है; सारे कार्ड मिलाकर {counter} पॉइंट ({counter_money}), जब तक सर्वर फिर जवाब न दे। सबसे बुरे में यह काउंटर दुकान का {counter_money} का नुक़सान कर सकता है; हर दूसरा काउंटर अपना जोड़ता है। इसे सिर्फ़ सर्वर बदल सकता है।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Without the server, this counter lets a card use only the points set aside for it here. Nothing can be overdrawn. Only the server can change this.</source>
   <translation>सर्वर के बिना यह काउंटर कार्ड के सिर्फ़ वे पॉइंट लगाने देता है जो उसके लिए यहाँ रखे हैं। ज़रूरत से ज़्यादा कुछ नहीं लग सकता। इसे सिर्फ़ सर्वर बदल सकता है।</translation>
  </message>
  <message>
   <location filename="../../ui/staff/page.py" />
   <source>Works here</source>
   <translation>यहाँ काम करते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/voucher_form.py" />
   <location filename="../../ui/rewards/editor.py" />
   <location filename="../../ui/rewards/table.py" />
   <source>Worth</source>
   <translation>क़ीमत</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>Worth a look</source>
   <translation>देखने लायक</translation>
  </message>
  <message>
   <location filename="../../ui/billing/voucher_form.py" />
   <source>Worth of the voucher</source>
   <translation>वाउचर की क़ीमत</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/table.py" />
   <source>Would be</source>
   <translation>तब होंगे</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Written down. In training the drawer stays shut.</source>
   <translation>दर्ज हो गया। प्रशिक्षण में दराज़ बंद रहती है।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Written down. No drawer hangs on this counter's printer; open it by hand.</source>
   <translation>दर्ज हुआ। इस काउंटर के प्रिंटर पर दराज़ नहीं लगी; उसे हाथ से खोलें।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Written down. The drawer is open.</source>
   <translation>दर्ज हुआ। दराज़ खुली है।</translation>
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Written off</source>
   <translation>माफ़ किए</translation>
  </message>
  <message>
   <location filename="../../ui/returns/evidence.py" />
   <location filename="../../ui/rules/case_file.py" />
   <source>Written: {file}</source>
   <translation>लिखा गया: {file}</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <location filename="../../ui/printers/wording.py" />
   <source>X report</source>
   <translation>X रिपोर्ट</translation>
  </message>
  <message>
   <location filename="../../ui/training.py" />
   <source>You are in training: nothing done here counts. Close this window to leave.</source>
   <translation>आप प्रशिक्षण में हैं: यहाँ किया कुछ नहीं गिना जाता। छोड़ने के लिए यह विंडो बंद करें।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/shop.py" />
   <source>Your changes over what was published meanwhile</source>
   <translation>इस बीच जो लागू हुआ, उस पर आपके बदलाव</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>Your draft</source>
   <translation>आपका मसौदा</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>Your header, printer and people; takes about three minutes</source>
   <translation>आपका शीर्ष, प्रिंटर और लोग; लगभग तीन मिनट लगते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>Z report</source>
   <translation>Z रिपोर्ट</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>Z reports of this counter</source>
   <translation>इस काउंटर की Z रिपोर्ट</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>a discount</source>
   <translation>छूट</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>a payment</source>
   <translation>भुगतान</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>a share by value</source>
   <translation>मूल्य के हिसाब से हिस्सा</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/rules/trial_words.py" />
   <source>a voucher: {reward}</source>
   <translation>वाउचर: {reward}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>add product {code}</source>
   <translation>दवा {code} जोड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>add {amount} {category}</source>
   <translation>{category} में {amount} जोड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>add {name}</source>
   <translation>{name} जोड़ें</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>after days</source>
   <translation>दिनों के बाद</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>after months</source>
   <translation>महीनों के बाद</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>after months without a purchase</source>
   <translation>ख़रीद के बिना महीनों के बाद</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>all that were earned</source>
   <translation>सब जो मिले</translation>
  </message>
  <message>
   <location filename="../../ui/billing/voucher_form.py" />
   <source>all {money}</source>
   <translation>पूरे {money}</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>applies {when}</source>
   <translation>{when} लागू होता है</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>archived</source>
   <translation>अभिलेख में</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>as of {time}, this counter</source>
   <translation>{time} के अनुसार, यह काउंटर</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>as of {when}</source>
   <translation>{when} के अनुसार</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>as others</source>
   <translation>बाकी जैसा</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>as the server's</source>
   <translation>सर्वर जैसी</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/segments/editor.py" />
   <source>at least</source>
   <translation>कम से कम</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/segments/editor.py" />
   <source>at most</source>
   <translation>ज़्यादा से ज़्यादा</translation>
  </message>
  <message>
   <location filename="../../ui/figures/page.py" />
   <location filename="../../ui/rates/page.py" />
   <source>at once</source>
   <translation>तुरंत</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>at the end of a month</source>
   <translation>महीने के अंत में</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>at the end of a year</source>
   <translation>साल के अंत में</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>at {names}</source>
   <translation>{names} पर</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>bank card</source>
   <translation>बैंक कार्ड</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>batches</source>
   <translation>बैच</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>before they are rounded</source>
   <translation>पूरा करने से पहले</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>began as {tier}</source>
   <translation>{tier} से शुरुआत</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>below zero: the next points earned pay it off</source>
   <translation>शून्य से नीचे: अगले मिले पॉइंट चुकाएँगे</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>bill {n} in {days} days</source>
   <translation>{days} दिनों में {n}वाँ बिल</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>bill {n} of all</source>
   <translation>कुल में {n}वाँ बिल</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>bill {n} of the month</source>
   <translation>महीने का {n}वाँ बिल</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>bills in {days} days: {count}</source>
   <translation>{days} दिनों में बिल: {count}</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>birthday {points}</source>
   <translation>जन्मदिन पर {points}</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>blocked</source>
   <translation>बंद</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>born in {months}</source>
   <translation>जन्म {months} में</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>brought by another member</source>
   <translation>किसी और सदस्य के कहने पर आए</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>by month, the table by day</source>
   <translation>महीने के हिसाब से; तालिका दिन के हिसाब से</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>by the rule “{rule}”</source>
   <translation>नियम “{rule}” से</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>by week, the table by day</source>
   <translation>हफ़्ते के हिसाब से; तालिका दिन के हिसाब से</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>by {counted}</source>
   <translation>{counted} से</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>came at {time}</source>
   <translation>{time} पर आया</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>card</source>
   <translation>कार्ड</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/returns/wording.py" />
   <source>cash</source>
   <translation>नकद</translation>
  </message>
  <message>
   <location filename="../../ui/own_points.py" />
   <source>cashback</source>
   <translation>कैशबैक</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>category</source>
   <translation>श्रेणी</translation>
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>choose from {n}: {names}</source>
   <translation>{n} में से चुनें: {names}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>choose; Esc goes back to the bill</source>
   <translation>चुनें; Esc से बिल पर लौटें</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>cut by {limit}</source>
   <translation>{limit} से कटा</translation>
  </message>
  <message>
   <location filename="../../ui/segments/editor.py" />
   <source>days</source>
   <translation>दिन</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>decided {when}</source>
   <translation>{when} तय हुआ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>discount</source>
   <translation>छूट</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>discounts {was} › {now}</source>
   <translation>छूट {was} › {now}</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>does not matter</source>
   <translation>कोई भी</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>does not take part</source>
   <translation>भाग नहीं ले रहा</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>down</source>
   <translation>नीचे</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <location filename="../../ui/programmes/wording.py" />
   <location filename="../../ui/reward_words.py" />
   <location filename="../../ui/rule_words.py" />
   <source>draft</source>
   <translation>मसौदा</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>each line</source>
   <translation>पंक्ति के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>earned {points}</source>
   <translation>मिले {points}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>earns {amount}</source>
   <translation>{amount} मिलेंगे</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>elsewhere</source>
   <translation>दूसरी जगह</translation>
  </message>
  <message>
   <location filename="../../ui/settings/entries.py" />
   <source>empty</source>
   <translation>ख़ाली</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <location filename="../../ui/rule_words.py" />
   <source>ended</source>
   <translation>ख़त्म</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>enrolled in store {names}</source>
   <translation>दुकान {names} में सदस्य बने</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/rules/trial_words.py" />
   <source>every bill</source>
   <translation>हर बिल</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>every category</source>
   <translation>हर श्रेणी</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>every tier</source>
   <translation>हर स्तर</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>everybody</source>
   <translation>सबके लिए</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>exact {money}</source>
   <translation>पूरे {money}</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <source>example balance</source>
   <translation>उदाहरण का शेष</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>find card {card}</source>
   <translation>कार्ड {card} ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>find names starting “{prefix}”</source>
   <translation>“{prefix}” से शुरू नाम ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>find phone or card ending {digits}</source>
   <translation>{digits} पर ख़त्म फ़ोन या कार्ड ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>find phone {phone}</source>
   <translation>फ़ोन {phone} ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>find {name}</source>
   <translation>{name} ढूँढें</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <source>first start</source>
   <translation>पहली शुरुआत</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <location filename="../../ui/rule_words.py" />
   <source>for a review</source>
   <translation>समीक्षा पर</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <location filename="../../ui/reward_words.py" />
   <source>for bills of {money} and more</source>
   <translation>{money} या उससे बड़े बिल के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <location filename="../../ui/rule_words.py" />
   <source>for bringing a friend</source>
   <translation>मित्र को लाने पर</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <source>for joining</source>
   <translation>जुड़ने पर</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>for other members</source>
   <translation>दूसरे सदस्यों के लिए है</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>for other tiers</source>
   <translation>दूसरे स्तरों के लिए है</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <location filename="../../ui/rule_words.py" />
   <source>for sharing us</source>
   <translation>हमें साझा करने पर</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <source>for something done</source>
   <translation>किसी काम के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/own_words.py" />
   <location filename="../../ui/rule_words.py" />
   <source>for the birthday</source>
   <translation>जन्मदिन के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>from its first day on</source>
   <translation>पहले दिन से</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>from taking part on</source>
   <translation>भाग लेने के बाद से</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/segment_words.py" />
   <location filename="../../ui/tier_words.py" />
   <source>from {amount}</source>
   <translation>{amount} से</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <location filename="../../ui/rates/wording.py" />
   <location filename="../../ui/rule_words.py" />
   <source>from {day}</source>
   <translation>{day} से</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>from {partner}</source>
   <translation>{partner} की ओर से</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>goal: {goal}</source>
   <translation>लक्ष्य: {goal}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/reward_words.py" />
   <source>good for {n} days</source>
   <extracomment>One: good for {n} day</extracomment>
   <translation>
    <numerusform>{n} दिन तक मान्य</numerusform>
    <numerusform>{n} दिन तक मान्य</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>good the same day</source>
   <translation>उसी दिन मान्य</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>has not begun</source>
   <translation>शुरू नहीं हुआ</translation>
  </message>
  <message>
   <location filename="../../ui/rules/editor.py" />
   <location filename="../../ui/segments/editor.py" />
   <source>ids of others</source>
   <translation>अन्य की आईडी</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>in force</source>
   <translation>लागू</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>in the last days</source>
   <translation>पिछले दिनों में</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>in the month of the birthday</source>
   <translation>जन्मदिन के महीने में</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>in the week of the birthday</source>
   <translation>जन्मदिन के हफ़्ते में</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>in use</source>
   <translation>चालू</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>in {n} s</source>
   <translation>{n} सेकंड में</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>in {span}</source>
   <translation>{span} में</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/rules/trial_words.py" />
   <source>in “{campaign}”</source>
   <translation>“{campaign}” में</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>is over</source>
   <translation>ख़त्म हो चुका है</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>it counts {amount}</source>
   <translation>गिनती में {amount}</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>it is bill {n}</source>
   <translation>यह {n}वाँ बिल है</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>its card came later</source>
   <translation>कार्ड बाद में आया</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>its points a bill</source>
   <translation>प्रति बिल पॉइंट की सीमा</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>its points a member</source>
   <translation>प्रति सदस्य पॉइंट की सीमा</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>its points a member and day</source>
   <translation>प्रति सदस्य प्रति दिन पॉइंट की सीमा</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>its points in all</source>
   <translation>कुल पॉइंट की सीमा</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>its reward's times a member</source>
   <translation>हर सदस्य को इनाम कितनी बार</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>its times a member</source>
   <translation>प्रति सदस्य बार की सीमा</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/segment_words.py" />
   <source>joined at least {n} days ago</source>
   <extracomment>One: joined at least {n} day ago</extracomment>
   <translation>
    <numerusform>कम से कम {n} दिन पहले जुड़े</numerusform>
    <numerusform>कम से कम {n} दिन पहले जुड़े</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/segment_words.py" />
   <source>joined in the last {n} days</source>
   <extracomment>One: joined in the last {n} day</extracomment>
   <translation>
    <numerusform>पिछले {n} दिन में जुड़े</numerusform>
    <numerusform>पिछले {n} दिनों में जुड़े</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>joined {least} to {most} days ago</source>
   <translation>{least} से {most} दिन पहले जुड़े</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/tiers/wording.py" />
   <source>kept for {n} days more</source>
   <extracomment>One: kept for {n} day more</extracomment>
   <translation>
    <numerusform>{n} दिन और बना रहता है</numerusform>
    <numerusform>{n} दिन और बना रहता है</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>leads to {tier}</source>
   <translation>{tier} तक पहुँचाता है</translation>
  </message>
  <message>
   <location filename="../../ui/when.py" />
   <source>less than a minute</source>
   <translation>एक मिनट से कम</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>like 0.01</source>
   <translation>जैसे 0.01</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>like 0.10</source>
   <translation>जैसे 0.10</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>like 1</source>
   <translation>जैसे 1</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>like 2026-04-01</source>
   <translation>जैसे 2026-04-01</translation>
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <location filename="../../ui/members/forms.py" />
   <source>like 29/2</source>
   <translation>जैसे 29/2</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>like 31/3/2027; or empty</source>
   <translation>जैसे 31/3/2027; या खाली</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>lost</source>
   <translation>खोया</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/table.py" />
   <source>low</source>
   <translation>कम</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>may take part in “{campaign}”</source>
   <translation>“{campaign}” में भाग ले सकते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <location filename="../../ui/rule_words.py" />
   <source>members of {names}</source>
   <translation>{names} के सदस्य</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>members to a higher tier {up}, to a lower {down}</source>
   <translation>ऊँचे स्तर पर {up} सदस्य, नीचे {down}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>more points than can be used here now</source>
   <translation>यहाँ अभी इतने पॉइंट उपयोग नहीं हो सकते</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>name</source>
   <translation>नाम</translation>
  </message>
  <message>
   <location filename="../../ui/health/page.py" />
   <source>needs a look</source>
   <translation>देखना है</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <location filename="../../ui/figure_words.py" />
   <location filename="../../ui/health/looking.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>never</source>
   <translation>कभी नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>no</source>
   <translation>नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>no Enter at the end</source>
   <translation>अंत में Enter नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>no PIN</source>
   <translation>PIN नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>no campaign</source>
   <translation>कोई अभियान नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/returns/wording.py" />
   <location filename="../../ui/rules/trial_pane.py" />
   <source>no card</source>
   <translation>कोई कार्ड नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>no card that works</source>
   <translation>कोई चालू कार्ड नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>no category</source>
   <translation>कोई श्रेणी नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>no end</source>
   <translation>असीमित</translation>
  </message>
  <message>
   <location filename="../../ui/rates/page.py" />
   <location filename="../../ui/rates/wording.py" />
   <source>no limit</source>
   <translation>कोई सीमा नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>no rate changed</source>
   <translation>कोई दर नहीं बदली</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>no rules</source>
   <translation>कोई नियम नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>no word from the server for too long</source>
   <translation>सर्वर से बहुत देर से कुछ नहीं सुना</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>no {reward} left</source>
   <translation>{reward} नहीं बचा</translation>
  </message>
  <message>
   <location filename="../../ui/segments/wording.py" />
   <source>nobody today</source>
   <translation>आज कोई नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/returns/wording.py" />
   <location filename="../../ui/rules/trial_desk.py" />
   <location filename="../../ui/rules/trial_pane.py" />
   <location filename="../../ui/status/speech.py" />
   <source>none</source>
   <translation>कुछ नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>none left</source>
   <translation>कोई नहीं बचा</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>not at all</source>
   <translation>बिल्कुल नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>not at this time</source>
   <translation>इस समय नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>not chosen yet</source>
   <translation>अभी चुना नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>not in force</source>
   <translation>लागू नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>not measured yet</source>
   <translation>अभी नापी नहीं गई</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>not published</source>
   <translation>प्रकाशित नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>not sent yet</source>
   <translation>अभी नहीं भेजी</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>not tried yet</source>
   <translation>अभी कोशिश नहीं हुई</translation>
  </message>
  <message>
   <location filename="../../ui/health/page.py" />
   <source>not working</source>
   <translation>नहीं चल रहा</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>nothing</source>
   <translation>कुछ नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>nothing before</source>
   <translation>पहले कुछ नहीं</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/segment_words.py" />
   <source>nothing bought for {n} days</source>
   <extracomment>One: nothing bought for {n} day</extracomment>
   <translation>
    <numerusform>{n} दिन से कुछ नहीं ख़रीदा</numerusform>
    <numerusform>{n} दिनों से कुछ नहीं ख़रीदा</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>nothing leads to it: it is given by hand</source>
   <translation>इस तक कोई रास्ता नहीं: यह हाथ से दिया जाता है</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>nothing left</source>
   <translation>कुछ नहीं बचा</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>nothing to pay</source>
   <translation>कुछ चुकाना नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>nothing: members begin here</source>
   <translation>कुछ नहीं: सदस्य यहीं से शुरू करते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>of all time</source>
   <translation>अब तक का</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>of it by UPI</source>
   <translation>इसमें से UPI से</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>of it to bank cards</source>
   <translation>इसमें से बैंक कार्ड पर</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>of so many days</source>
   <translation>इतने दिनों का</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/tiers/wording.py" />
   <source>of the last {n} days</source>
   <extracomment>One: of the last {n} day</extracomment>
   <translation>
    <numerusform>पिछले {n} दिन के</numerusform>
    <numerusform>पिछले {n} दिनों के</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>of the month</source>
   <translation>महीने का</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>of them for tiers and birthdays {was} › {now}</source>
   <translation>इनमें से स्तरों और जन्मदिनों के {was} › {now}</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>on a bill</source>
   <translation>बिल पर</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>on a new tier</source>
   <translation>नए स्तर पर</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>on signing up</source>
   <translation>सदस्य बनने पर</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>on the birthday</source>
   <translation>जन्मदिन पर</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>on the card</source>
   <translation>कार्ड पर हैं</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>on the first bill</source>
   <translation>पहले बिल पर</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>one of {what}</source>
   <translation>{what} का एक नग</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>one of {what}, up to {money}</source>
   <translation>{what} का एक नग, {money} तक</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>open bill {number}</source>
   <translation>बिल {number} खोलें</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/editor.py" />
   <source>or code of an item</source>
   <translation>या सामान का कोड</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>other counters hold the rest</source>
   <translation>बाकी दूसरे काउंटरों के पास हैं</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <location filename="../../ui/rewards/wording.py" />
   <location filename="../../ui/rules/wording.py" />
   <location filename="../../ui/segments/wording.py" />
   <location filename="../../ui/tiers/wording.py" />
   <source>other rates</source>
   <translation>दूसरी दरें</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>other rates or rules</source>
   <translation>दूसरी दरें या नियम</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>other rules</source>
   <translation>दूसरे नियम</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>owed now {money}</source>
   <translation>अभी देनदारी {money}</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>owed {worth}</source>
   <translation>देनदारी {worth}</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>paid by {names}</source>
   <translation>{names} से भुगतान</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>paid by {ways}</source>
   <translation>{ways} से चुकाया</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>paid with points {was} › {now}</source>
   <translation>पॉइंट से भुगतान {was} › {now}</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>past {limit}</source>
   <translation>{limit} के पार</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>pay</source>
   <translation>भुगतान करें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>pay {money}</source>
   <translation>{money} का भुगतान करें</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>picture {name}</source>
   <translation>चित्र {name}</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <location filename="../../ui/rule_words.py" />
   <source>planned</source>
   <translation>आगे</translation>
  </message>
  <message>
   <location filename="../../ui/own_points.py" />
   <location filename="../../ui/programmes/editor.py" />
   <source>point</source>
   <translation>पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/own_points.py" />
   <location filename="../../ui/programmes/editor.py" />
   <location filename="../../ui/returns/wording.py" />
   <location filename="../../ui/tier_words.py" />
   <source>points</source>
   <translation>पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>points are switched off today</source>
   <translation>आज पॉइंट बंद हैं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>points expire, the server must confirm</source>
   <translation>पॉइंट समाप्त हो रहे हैं, सर्वर की पुष्टि चाहिए</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>points given {was} › {now} ({share})</source>
   <translation>दिए गए पॉइंट {was} › {now} ({share})</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>points may pay {amount}</source>
   <translation>पॉइंट से {amount} तक भुगतान</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>points or spend</source>
   <translation>पॉइंट या ख़र्च</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>points: {bands}</source>
   <translation>पॉइंट: {bands}</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>price</source>
   <translation>दाम</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>prints everything</source>
   <translation>सब छापता है</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>prints nothing</source>
   <translation>कुछ नहीं छापता</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>priority {n}</source>
   <translation>प्राथमिकता {n}</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>proven</source>
   <translation>जाँचा हुआ</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>rates v{version} from {day}</source>
   <translation>दरें v{version} {day} से</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>redeem the most points, or none</source>
   <translation>सबसे ज़्यादा पॉइंट लगाएँ, या कोई नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>remove the last line</source>
   <translation>आख़िरी पंक्ति हटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>replaced</source>
   <translation>बदला गया</translation>
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>reprint receipt</source>
   <translation>रसीद फिर छापें</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>rules: {names}</source>
   <translation>नियम: {names}</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <location filename="../../ui/rule_words.py" />
   <source>running</source>
   <translation>चालू</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>set aside at {time}</source>
   <translation>{time} पर अलग रखा</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>since {when}</source>
   <translation>{when} से</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>so many bills</source>
   <translation>इतने बिल</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>sold {money}</source>
   <translation>बिक्री {money}</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>spend</source>
   <translation>ख़र्च</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>spend and bills</source>
   <translation>ख़र्च और बिल</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>spend {amount}</source>
   <translation>{amount} की ख़रीद</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>spent in {days} days: {amounts}</source>
   <translation>{days} दिनों में ख़र्च: {amounts}</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>staff card</source>
   <translation>कर्मचारी कार्ड</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>stays {phone}</source>
   <translation>{phone} ही रहेगा</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>stays {tier}</source>
   <translation>{tier} ही रहता है</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/table.py" />
   <source>stock is low</source>
   <translation>स्टॉक कम है</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>suspended</source>
   <translation>रुका हुआ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>take back the discount</source>
   <translation>छूट वापस लें</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>take {off} off line {n}</source>
   <translation>पंक्ति {n} से {off} घटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>take {off} off the bill</source>
   <translation>बिल से {off} घटाएँ</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>takes part in “{campaign}”</source>
   <translation>“{campaign}” में भाग ले रहे हैं</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>the balance goes below zero</source>
   <translation>शेष शून्य से नीचे जाता है</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>the balance stops at zero</source>
   <translation>शेष शून्य पर रुकता है</translation>
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>the chain</source>
   <translation>शृंखला</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>the first bill</source>
   <translation>पहला बिल</translation>
  </message>
  <message>
   <location filename="../../ui/rates/wording.py" />
   <source>the first rates</source>
   <translation>पहली दरें</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>the full price</source>
   <translation>पूरा दाम</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>the goal is reached</source>
   <translation>लक्ष्य पूरा हो</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>the next above</source>
   <translation>अगला ऊपर वाला</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>the next tier</source>
   <translation>अगला स्तर</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>the period ended</source>
   <translation>अवधि पूरी हुई</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>the price after discounts</source>
   <translation>छूट के बाद का दाम</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>the rest is above the offline limit</source>
   <translation>बाकी ऑफ़लाइन सीमा से ऊपर हैं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>the rest is not with this counter</source>
   <translation>बाकी इस काउंटर के पास नहीं हैं</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>the same day</source>
   <translation>उसी दिन</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>the server has not told yet</source>
   <translation>सर्वर ने अभी नहीं बताया</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>the whole bill</source>
   <translation>बिल के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>then Enter</source>
   <translation>फिर Enter</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>then Tab</source>
   <translation>फिर Tab</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>then no other</source>
   <translation>फिर कोई और नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>then no other applies</source>
   <translation>फिर कोई और लागू नहीं होता</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>then nothing</source>
   <translation>फिर कुछ नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/widgets/several.py" />
   <source>there are none yet</source>
   <translation>अभी कोई नहीं है</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>there is none</source>
   <translation>ऐसा कोई नहीं है</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>this bill earns nothing at all</source>
   <translation>इस बिल पर कुछ नहीं मिलता</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>this computer's clock was set back</source>
   <translation>इस कंप्यूटर की घड़ी पीछे की गई</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reasons.py" />
   <source>this decides</source>
   <translation>यही तय करता है</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>those that are there</source>
   <translation>जो अभी हैं</translation>
  </message>
  <message>
   <location filename="../../ui/segment_words.py" />
   <source>tier {names}</source>
   <translation>स्तर {names}</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>to pay {amount}</source>
   <translation>देना है {amount}</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>to spend so much</source>
   <translation>इतनी ख़रीद</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>to the nearest</source>
   <translation>निकटतम तक</translation>
  </message>
  <message>
   <location filename="../../ui/drives/timeline.py" />
   <source>today</source>
   <translation>आज</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>two members became one</source>
   <translation>दो सदस्य एक हुए</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>unpaid</source>
   <translation>भुगतान नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <location filename="../../ui/rule_words.py" />
   <source>until {day}</source>
   <translation>{day} तक</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/segment_words.py" />
   <source>up to {amount}</source>
   <translation>{amount} तक</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>up to {gap} ms between characters</source>
   <translation>अक्षरों के बीच {gap} ms तक</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>use</source>
   <translation>उपयोग करें</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>used on the bill</source>
   <translation>बिल पर लगते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>used {points}</source>
   <translation>लगे {points}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/returns/wording.py" />
   <source>voucher</source>
   <translation>वाउचर</translation>
  </message>
  <message>
   <location filename="../../ui/trying.py" />
   <source>vouchers given {was} › {now}</source>
   <translation>दिए वाउचर {was} › {now}</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>waits</source>
   <translation>रुका है</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>waits for its day</source>
   <translation>अपने दिन की प्रतीक्षा में</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>waits {minutes} after {n} wrong PINs</source>
   <translation>{n} ग़लत PIN के बाद {minutes} रुके हैं</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>was free</source>
   <translation>मुफ़्त था</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>week of {day}</source>
   <translation>{day} का हफ़्ता</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>what is left of its reward</source>
   <translation>इनाम में जो बचा है</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>what is paid in money</source>
   <translation>जो पैसे में चुकाया</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>what is rounded already</source>
   <translation>पूरा किए हुए को</translation>
  </message>
  <message>
   <location filename="../../ui/figure_words.py" />
   <source>what its lines earned</source>
   <translation>जो उसकी पंक्तियों से मिला</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>when another system says so</source>
   <translation>जब दूसरी प्रणाली कहे</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>who brought this customer</source>
   <translation>जो इस ग्राहक को लाए</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>who take part</source>
   <translation>भाग लेने वाले</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>with a bill</source>
   <translation>बिल से</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>with a return</source>
   <translation>वापसी से</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>with a voucher: {reward}</source>
   <translation>साथ में वाउचर: {reward}</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>with {names}</source>
   <translation>{names} के साथ</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>with {n} vouchers</source>
   <translation>साथ में {n} वाउचर</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>works here no more</source>
   <translation>अब यहाँ काम नहीं करते</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>worth {money}</source>
   <translation>{money} का</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <location filename="../../ui/rates/wording.py" />
   <source>yes</source>
   <translation>हाँ</translation>
  </message>
  <message>
   <location filename="../../ui/catalogue/wording.py" />
   <source>{added} new, {changed} changed, {same} as they are.</source>
   <translation>{added} नए, {changed} बदले, {same} जैसे के तैसे।</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>{amount} came for it.</source>
   <translation>इसके लिए {amount} मिले।</translation>
  </message>
  <message>
   <location filename="../../ui/point_words.py" />
   <source>{amount} cashback</source>
   <translation>{amount} कैशबैक</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>{amount} expire {day}</source>
   <translation>{amount} {day} को समाप्त</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{amount} of bill {number} are {name}'s now. Ctrl+P prints it again.</source>
   <translation>बिल {number} के {amount} अब {name} के हैं। Ctrl+P उसे फिर छापता है।</translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>{amount} off</source>
   <translation>{amount} की छूट</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>{amount} pending</source>
   <translation>{amount} अभी बाकी</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>{amount} to use by {day}</source>
   <translation>{amount} {day} तक इस्तेमाल करें</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>{before} became {after}</source>
   <translation>{before} से {after} हुआ</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{before} becomes {after}</source>
   <translation>{before} से {after} होता है</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{before} now, then {after}</source>
   <translation>अभी {before}, फिर {after}</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>{called}, by {plain}</source>
   <translation>{called}, {plain} ने</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>{campaign} copy</source>
   <translation>{campaign} नक़ल</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{card} looks like a card, but its check digits don't match. The bill is untouched; scan it again.</source>
   <translation>{card} कार्ड जैसा है, पर उसके जाँच अंक मेल नहीं खाते। बिल वैसा ही है; उसे फिर स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{cash} is more than {limit}. A manager can approve.</source>
   <translation>{cash} {limit} से ज़्यादा है। मैनेजर मंज़ूर कर सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{category} earns {percent}</source>
   <translation>{category} पर {percent}</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>{choice}: decided by {staff}, {when}.</source>
   <translation>{choice}: {staff} ने तय किया, {when}।</translation>
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>{choice}: decided, {when}.</source>
   <translation>{choice}: तय हुआ, {when}।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{chosen} of {left}</source>
   <translation>{left} में से {chosen}</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{entries} would be sent as history if this counter joined a server.</source>
   <translation>यह काउंटर किसी सर्वर से जुड़े तो {entries} इतिहास के रूप में भेजी जाएँगी।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/evidence.py" />
   <location filename="../../ui/rules/case_file.py" />
   <source>{file} cannot be written: {why}. Nothing else was changed.</source>
   <translation>{file} नहीं लिखी जा सकती: {why}। और कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>{file} could not be written: {why}. Nothing was saved.</source>
   <translation>{file} लिखी नहीं जा सकी: {why}। कुछ सहेजा नहीं गया।</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>{folder} (the same disk as the data file: choose another disk in Settings)</source>
   <translation>{folder} (डेटा फ़ाइल वाली ही डिस्क: सेटिंग में दूसरी डिस्क चुनें)</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>{gb} GB free at {place}</source>
   <translation>{place} पर {gb} GB ख़ाली</translation>
  </message>
  <message>
   <location filename="../../ui/actions/binding.py" />
   <source>{key} cannot be given to another command.</source>
   <translation>{key} किसी दूसरे आदेश को नहीं दी जा सकती।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/binding.py" />
   <source>{key} is typed there. Take one with Ctrl or Alt, or a key like F4.</source>
   <translation>वहाँ {key} लिखने के काम आती है। Ctrl या Alt वाली, या F4 जैसी कुंजी लें।</translation>
  </message>
  <message>
   <location filename="../../ui/actions/binding.py" />
   <source>{key} is “{what}” already ({where}).</source>
   <translation>{key} पहले से “{what}” की है ({where})।</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>{key}: take part in “{campaign}”</source>
   <translation>{key}: “{campaign}” में भाग लें</translation>
  </message>
  <message>
   <location filename="../../ui/figures/wording.py" />
   <source>{least} to {most}</source>
   <translation>{least} से {most}</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>{left} of {stock}</source>
   <translation>{stock} में से {left}</translation>
  </message>
  <message>
   <location filename="../../ui/tour/presenter.py" />
   <source>{letter}  Done in {seconds} s; it should take {budget}.</source>
   <translation>{letter}  {seconds} सेकंड में हुआ; {budget} में होना चाहिए।</translation>
  </message>
  <message>
   <location filename="../../ui/tour/presenter.py" />
   <source>{letter}  Done in {seconds} s; it should take {budget}. Try it again another time.</source>
   <translation>{letter}  {seconds} सेकंड में हुआ; {budget} में होना चाहिए। बाद में फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../ui/tour/presenter.py" />
   <source>{letter}  Left out.</source>
   <translation>{letter}  छोड़ दिया।</translation>
  </message>
  <message>
   <location filename="../../ui/tour/presenter.py" />
   <source>{letter}  {words}</source>
   <translation>{letter}  {words}</translation>
  </message>
  <message>
   <location filename="../../ui/tour/strip.py" />
   <source>{letter} {seconds}/{budget} s</source>
   <translation>{letter} {seconds}/{budget} से॰</translation>
  </message>
  <message>
   <location filename="../../ui/tour/strip.py" />
   <source>{letter} {seconds}/{budget} s slow</source>
   <translation>{letter} {seconds}/{budget} से॰ धीमा</translation>
  </message>
  <message>
   <location filename="../../ui/tour/strip.py" />
   <source>{letter} –</source>
   <translation>{letter} –</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>{made}, last proven {proven}</source>
   <translation>{made}, पिछली जाँच {proven}</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>{missing} more to {tier}</source>
   <translation>{tier} तक {missing} और</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>{missing} more until {day}: {prize}</source>
   <translation>{day} तक {missing} और: {prize}</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>{missing} more: {prize}</source>
   <translation>{missing} और: {prize}</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{money} by UPI</source>
   <translation>{money} UPI से</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{money} in cash</source>
   <translation>{money} नकद</translation>
  </message>
  <message>
   <location filename="../../ui/billing/tendering.py" />
   <source>{money} left to pay.</source>
   <translation>{money} और चुकाने हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>{money} missing. Say in the note what you know of it.</source>
   <translation>{money} कम है। टिप्पणी में लिखें कि आप क्या जानते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>{money} of the voucher is not used: no change is given on it.</source>
   <translation>वाउचर के {money} काम नहीं आए: इस पर बाक़ी पैसे नहीं लौटते।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/tendering.py" />
   <source>{money} short. Take more cash, or press S to split.</source>
   <translation>{money} कम हैं। और नकद लें, या बाँटने के लिए S दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{money} to the bank card</source>
   <translation>{money} बैंक कार्ड पर</translation>
  </message>
  <message>
   <location filename="../../ui/billing/tendering.py" />
   <source>{money} too much.</source>
   <translation>{money} ज़्यादा हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>{money} too much. Say in the note what you know of it.</source>
   <translation>{money} ज़्यादा है। टिप्पणी में लिखें कि आप क्या जानते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/drive_words.py" />
   <source>{much} after taking part</source>
   <translation>भाग लेने के बाद {much}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/drive_words.py" />
   <source>{much} within {n} days</source>
   <extracomment>One: {much} within {n} day</extracomment>
   <translation>
    <numerusform>{n} दिन में {much}</numerusform>
    <numerusform>{n} दिनों में {much}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/drive_words.py" />
   <source>{much} within {n} days of taking part</source>
   <extracomment>One: {much} within {n} day of taking part</extracomment>
   <translation>
    <numerusform>भाग लेने के {n} दिन में {much}</numerusform>
    <numerusform>भाग लेने के {n} दिनों में {much}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/approval/wording.py" />
   <source>{name} asks</source>
   <translation>{name} पूछ रहे हैं</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>{name} chooses a PIN at this counter</source>
   <translation>{name} इस काउंटर पर PIN चुनते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name} could not be read and lies in the folder “broken”: {why}</source>
   <translation>{name} पढ़ी नहीं जा सकी और “broken” फ़ोल्डर में है: {why}</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>{name} has a PIN. Type another one to replace it.</source>
   <translation>{name} का PIN है। बदलने के लिए दूसरा लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>{name} has a staff card. A card they had before works no more.</source>
   <translation>{name} का कर्मचारी कार्ड है। पहले वाला कार्ड अब नहीं चलता।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>{name} has no PIN at this counter. Ask a manager to choose one here first.</source>
   <translation>{name} का इस काउंटर पर PIN नहीं है। पहले मैनेजर से यहाँ चुनवाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>{name} has no PIN here yet.</source>
   <translation>{name} का यहाँ अभी PIN नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>{name} has no PIN here yet. Enter chooses one.</source>
   <translation>{name} का यहाँ अभी PIN नहीं है। Enter से चुनें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name} has no active card. The bill goes on without one; a manager can issue a new card.</source>
   <translation>{name} का कोई चालू कार्ड नहीं है। बिल बिना कार्ड चलता रहेगा; मैनेजर नया कार्ड दे सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/locked.py" />
   <source>{name} is at the counter.</source>
   <translation>{name} काउंटर पर हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>{name} is looked after at the server of the chain. Here they get a PIN and a card.</source>
   <translation>{name} को शृंखला के सर्वर पर सँभाला जाता है। यहाँ उन्हें PIN और कार्ड मिलता है।</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>{name} is saved.</source>
   <translation>{name} रख लिया गया।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/presenter.py" />
   <source>{name} is taken away.</source>
   <translation>{name} हटा दिया गया।</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>{name} is {tier} now.</source>
   <translation>{name} अब {tier} हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/panes.py" />
   <source>{name} looks after this counter already.</source>
   <translation>{name} पहले से इस काउंटर को देखते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>{name} looks after this counter, and signs in with the PIN</source>
   <translation>{name} इस काउंटर को देखते हैं, और PIN से आते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>{name} needs no PIN. Press Enter.</source>
   <translation>{name} को PIN नहीं चाहिए। Enter दबाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>{name} needs no PIN. Type one to ask for it from now on.</source>
   <translation>{name} को PIN नहीं चाहिए। अब से पूछने के लिए एक लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/wording.py" />
   <source>{name} sells without a PIN until people are added: Ctrl+Shift+T</source>
   <translation>जब तक लोग न जुड़ें, {name} बिना PIN के बेचते हैं: Ctrl+Shift+T</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>{name} with {points} points becomes {into}. Their card stops working.</source>
   <translation>{points} पॉइंट वाले {name} अब {into} बनते हैं। उनका कार्ड बंद हो जाता है।</translation>
  </message>
  <message>
   <location filename="../../ui/shift/wording.py" />
   <source>{name} · float {money}</source>
   <translation>{name} · शुरुआती रकम {money}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name}'s card {card} was blocked on {since}. The bill goes on without it; a manager can unblock the card.</source>
   <translation>{name} का कार्ड {card} {since} को बंद किया गया। बिल उसके बिना चलता रहेगा; मैनेजर कार्ड चालू कर सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name}'s card {card} was replaced on {since}. The bill goes on without it; ask for the new card.</source>
   <translation>{name} का कार्ड {card} {since} को बदला गया। बिल उसके बिना चलता रहेगा; नया कार्ड माँगें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name}'s card {card} was reported lost on {since}. The bill goes on without it; ask for the phone number to find them.</source>
   <translation>{name} का कार्ड {card} {since} को खोया बताया गया। बिल उसके बिना चलता रहेगा; उन्हें ढूँढने के लिए फ़ोन नंबर पूछें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name}, batch {batch}, expired in {month}. It is not on the bill; take it off the shelf.</source>
   <translation>{name}, बैच {batch}, {month} में समाप्त। यह बिल पर नहीं है; इसे शेल्फ़ से हटाएँ।</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>{name}: nothing waits</source>
   <translation>{name}: कुछ रुका नहीं है</translation>
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name}: {amount}.</source>
   <translation>{name}: {amount}।</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/health/looking.py" />
   <source>{name}: {n} papers are not printed yet</source>
   <extracomment>One: {name}: {n} paper is not printed yet</extracomment>
   <translation>
    <numerusform>{name}: {n} काग़ज़ अभी छपा नहीं</numerusform>
    <numerusform>{name}: {n} काग़ज़ अभी छपे नहीं</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>{name}: {rate} in points</source>
   <translation>{name}: {rate} पॉइंट में</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>{n} KB</source>
   <translation>{n} KB</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>{n} MB</source>
   <translation>{n} MB</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/catalogue/wording.py" />
   <source>{n} batches</source>
   <extracomment>One: {n} batch</extracomment>
   <translation>
    <numerusform>{n} बैच</numerusform>
    <numerusform>{n} बैच</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/backup/wording.py" />
   <location filename="../../ui/drive_words.py" />
   <location filename="../../ui/kinds.py" />
   <location filename="../../ui/reports/wording.py" />
   <location filename="../../ui/shift/wording.py" />
   <location filename="../../ui/tier_words.py" />
   <location filename="../../ui/tiers/wording.py" />
   <source>{n} bills</source>
   <extracomment>One: {n} bill</extracomment>
   <translation>
    <numerusform>{n} बिल</numerusform>
    <numerusform>{n} बिल</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/header.py" />
   <source>{n} bills came</source>
   <extracomment>One: {n} bill came</extracomment>
   <translation>
    <numerusform>{n} बिल आया</numerusform>
    <numerusform>{n} बिल आए</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/trying.py" />
   <source>{n} bills left out: {why}</source>
   <extracomment>One: {n} bill left out: {why}</extracomment>
   <translation>
    <numerusform>{n} बिल छोड़ा गया: {why}</numerusform>
    <numerusform>{n} बिल छोड़े गए: {why}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/shift/wording.py" />
   <source>{n} bills wait to be sent.</source>
   <extracomment>One: {n} bill waits to be sent.</extracomment>
   <translation>
    <numerusform>{n} बिल भेजने को रुका है।</numerusform>
    <numerusform>{n} बिल भेजने को रुके हैं।</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/shift/wording.py" />
   <source>{n} bills were rung since the last report; they count in this shift. The float is what was there before.</source>
   <extracomment>One: {n} bill was rung since the last report; it counts in this shift. The float is what was there before it.</extracomment>
   <translation>
    <numerusform>पिछली रिपोर्ट के बाद {n} बिल बना; वह इस शिफ़्ट में गिना जाता है। शुरुआती रकम वह है जो उससे पहले थी।</numerusform>
    <numerusform>पिछली रिपोर्ट के बाद {n} बिल बने; वे इस शिफ़्ट में गिने जाते हैं। शुरुआती रकम वह है जो उनसे पहले थी।</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rates/wording.py" />
   <source>{n} campaigns</source>
   <extracomment>One: {n} campaign</extracomment>
   <translation>
    <numerusform>{n} अभियान</numerusform>
    <numerusform>{n} अभियान</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} cards blocked or unblocked</source>
   <extracomment>One: {n} card blocked or unblocked</extracomment>
   <translation>
    <numerusform>{n} कार्ड बंद या चालू</numerusform>
    <numerusform>{n} कार्ड बंद या चालू</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} cards printed again</source>
   <extracomment>One: {n} card printed again</extracomment>
   <translation>
    <numerusform>{n} कार्ड फिर छपा</numerusform>
    <numerusform>{n} कार्ड फिर छपे</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} cash counts</source>
   <extracomment>One: {n} cash count</extracomment>
   <translation>
    <numerusform>{n} नकद गिनती</numerusform>
    <numerusform>{n} नकद गिनतियाँ</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} changes of members' details</source>
   <extracomment>One: {n} change of a member's details</extracomment>
   <translation>
    <numerusform>{n} सदस्य के ब्योरे में बदलाव</numerusform>
    <numerusform>{n} सदस्यों के ब्योरे में बदलाव</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} changes of rates</source>
   <extracomment>One: {n} change of rates</extracomment>
   <translation>
    <numerusform>{n} बार दरें बदलीं</numerusform>
    <numerusform>{n} बार दरें बदलीं</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} changes of staff</source>
   <extracomment>One: {n} change of staff</extracomment>
   <translation>
    <numerusform>{n} कर्मचारी बदलाव</numerusform>
    <numerusform>{n} कर्मचारी बदलाव</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/scanner/wording.py" />
   <source>{n} characters</source>
   <extracomment>One: {n} character</extracomment>
   <translation>
    <numerusform>{n} अक्षर</numerusform>
    <numerusform>{n} अक्षर</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} checks settled</source>
   <extracomment>One: {n} check settled</extracomment>
   <translation>
    <numerusform>{n} जाँच निपटी</numerusform>
    <numerusform>{n} जाँचें निपटीं</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rewards/wording.py" />
   <location filename="../../ui/when.py" />
   <source>{n} days</source>
   <extracomment>One: {n} day</extracomment>
   <translation>
    <numerusform>{n} दिन</numerusform>
    <numerusform>{n} दिन</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} discarded bills</source>
   <extracomment>One: {n} discarded bill</extracomment>
   <translation>
    <numerusform>{n} हटाया गया बिल</numerusform>
    <numerusform>{n} हटाए गए बिल</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/backup/wording.py" />
   <location filename="../../ui/kinds.py" />
   <source>{n} entries</source>
   <extracomment>One: {n} entry</extracomment>
   <translation>
    <numerusform>{n} प्रविष्टि</numerusform>
    <numerusform>{n} प्रविष्टियाँ</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} expiries</source>
   <extracomment>One: {n} expiry</extracomment>
   <translation>
    <numerusform>{n} समाप्ति</numerusform>
    <numerusform>{n} समाप्तियाँ</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/tiers/wording.py" />
   <source>{n} fall after the grace</source>
   <extracomment>One: {n} falls after the grace</extracomment>
   <translation>
    <numerusform>छूट के बाद {n} नीचे जाएगा</numerusform>
    <numerusform>छूट के बाद {n} नीचे जाएँगे</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rates/wording.py" />
   <source>{n} figures</source>
   <extracomment>One: {n} figure</extracomment>
   <translation>
    <numerusform>{n} आँकड़ा</numerusform>
    <numerusform>{n} आँकड़े</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rates/wording.py" />
   <source>{n} figures of tiers</source>
   <extracomment>One: {n} figure of tiers</extracomment>
   <translation>
    <numerusform>स्तरों का {n} आँकड़ा</numerusform>
    <numerusform>स्तरों के {n} आँकड़े</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/when.py" />
   <source>{n} h</source>
   <translation>{n} घंटे</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/tiers/wording.py" />
   <source>{n} hold a tier that goes</source>
   <extracomment>One: {n} holds a tier that goes</extracomment>
   <translation>
    <numerusform>{n} के पास हटने वाला स्तर है</numerusform>
    <numerusform>{n} के पास हटने वाला स्तर है</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/reward_words.py" />
   <source>{n} in all</source>
   <translation>कुल {n}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/billing/wording.py" />
   <source>{n} items</source>
   <extracomment>One: {n} item</extracomment>
   <translation>
    <numerusform>{n} आइटम</numerusform>
    <numerusform>{n} आइटम</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>{n} left</source>
   <translation>{n} बचे</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} looks at private data</source>
   <extracomment>One: {n} look at private data</extracomment>
   <translation>
    <numerusform>{n} बार निजी ब्योरा देखा गया</numerusform>
    <numerusform>{n} बार निजी ब्योरा देखा गया</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/firstrun/keeping.py" />
   <source>{n} members imported.</source>
   <extracomment>One: {n} member imported.</extracomment>
   <translation>
    <numerusform>{n} सदस्य आया।</numerusform>
    <numerusform>{n} सदस्य आए।</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/tiers/wording.py" />
   <source>{n} members looked at:</source>
   <extracomment>One: {n} member looked at:</extracomment>
   <translation>
    <numerusform>{n} सदस्य देखा गया:</numerusform>
    <numerusform>{n} सदस्य देखे गए:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/tiers/wording.py" />
   <source>{n} members rise with the next bill</source>
   <extracomment>One: {n} member rises with the next bill</extracomment>
   <translation>
    <numerusform>{n} सदस्य अगले बिल से ऊपर जाएगा</numerusform>
    <numerusform>{n} सदस्य अगले बिल से ऊपर जाएँगे</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} merges</source>
   <extracomment>One: {n} merge</extracomment>
   <translation>
    <numerusform>{n} मिलान</numerusform>
    <numerusform>{n} मिलान</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <location filename="../../ui/when.py" />
   <source>{n} min</source>
   <translation>{n} मिनट</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} more</source>
   <extracomment>One: {n} more</extracomment>
   <translation>
    <numerusform>{n} और</numerusform>
    <numerusform>{n} और</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/status/views.py" />
   <source>{n} more after these.</source>
   <extracomment>One: {n} more after these.</extracomment>
   <translation>
    <numerusform>इनके बाद {n} और।</numerusform>
    <numerusform>इनके बाद {n} और।</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/standing/wording.py" />
   <source>{n} need a check</source>
   <extracomment>One: {n} needs a check</extracomment>
   <translation>
    <numerusform>{n} की जाँच चाहिए</numerusform>
    <numerusform>{n} की जाँच चाहिए</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} new cards</source>
   <extracomment>One: {n} new card</extracomment>
   <translation>
    <numerusform>{n} नया कार्ड</numerusform>
    <numerusform>{n} नए कार्ड</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} new members</source>
   <extracomment>One: {n} new member</extracomment>
   <translation>
    <numerusform>{n} नया सदस्य</numerusform>
    <numerusform>{n} नए सदस्य</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} opened drawers</source>
   <extracomment>One: {n} opened drawer</extracomment>
   <translation>
    <numerusform>{n} बार दराज़ खुली</numerusform>
    <numerusform>{n} बार दराज़ खुली</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} other entries</source>
   <extracomment>One: {n} other entry</extracomment>
   <translation>
    <numerusform>{n} अन्य प्रविष्टि</numerusform>
    <numerusform>{n} अन्य प्रविष्टियाँ</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/firstrun/keeping.py" />
   <source>{n} products imported.</source>
   <extracomment>One: {n} product imported.</extracomment>
   <translation>
    <numerusform>{n} उत्पाद आया।</numerusform>
    <numerusform>{n} उत्पाद आए।</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rates/wording.py" />
   <source>{n} rates changed</source>
   <extracomment>One: {n} rate changed</extracomment>
   <translation>
    <numerusform>{n} दर बदली</numerusform>
    <numerusform>{n} दरें बदलीं</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} referrals</source>
   <extracomment>One: {n} referral</extracomment>
   <translation>
    <numerusform>{n} सिफ़ारिश</numerusform>
    <numerusform>{n} सिफ़ारिशें</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} returns</source>
   <extracomment>One: {n} return</extracomment>
   <translation>
    <numerusform>{n} वापसी</numerusform>
    <numerusform>{n} वापसियाँ</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} returns of bills not seen</source>
   <extracomment>One: {n} return of a bill not seen</extracomment>
   <translation>
    <numerusform>बिना देखे बिल की {n} वापसी</numerusform>
    <numerusform>बिना देखे बिलों की {n} वापसियाँ</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rates/wording.py" />
   <source>{n} rewards</source>
   <extracomment>One: {n} reward</extracomment>
   <translation>
    <numerusform>{n} इनाम</numerusform>
    <numerusform>{n} इनाम</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/firstrun/keeping.py" />
   <source>{n} rows are left out; they are saved beside the list, with what is wrong.</source>
   <extracomment>One: {n} row is left out; it is saved beside the list, with what is wrong.</extracomment>
   <translation>
    <numerusform>{n} पंक्ति छूटी; वह ग़लती के साथ सूची के पास सहेजी गई।</numerusform>
    <numerusform>{n} पंक्तियाँ छूटीं; वे ग़लती के साथ सूची के पास सहेजी गईं।</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/catalogue/wording.py" />
   <source>{n} rows have problems.</source>
   <extracomment>One: {n} row has a problem.</extracomment>
   <translation>
    <numerusform>{n} पंक्ति में समस्या है।</numerusform>
    <numerusform>{n} पंक्तियों में समस्याएँ हैं।</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/catalogue/wording.py" />
   <source>{n} rows were left out; F6 saves them.</source>
   <extracomment>One: {n} row was left out; F6 saves it.</extracomment>
   <translation>
    <numerusform>{n} पंक्ति छूट गई; F6 उसे सहेजता है।</numerusform>
    <numerusform>{n} पंक्तियाँ छूट गईं; F6 उन्हें सहेजता है।</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rates/wording.py" />
   <source>{n} rules</source>
   <extracomment>One: {n} rule</extracomment>
   <translation>
    <numerusform>{n} नियम</numerusform>
    <numerusform>{n} नियम</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{n} s</source>
   <translation>{n} सेकंड</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rates/wording.py" />
   <source>{n} segments</source>
   <extracomment>One: {n} segment</extracomment>
   <translation>
    <numerusform>{n} समूह</numerusform>
    <numerusform>{n} समूह</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} shift reports</source>
   <extracomment>One: {n} shift report</extracomment>
   <translation>
    <numerusform>{n} शिफ़्ट रिपोर्ट</numerusform>
    <numerusform>{n} शिफ़्ट रिपोर्ट</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} shifts opened</source>
   <extracomment>One: {n} shift opened</extracomment>
   <translation>
    <numerusform>{n} शिफ़्ट खुली</numerusform>
    <numerusform>{n} शिफ़्ट खुलीं</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} tier changes</source>
   <extracomment>One: {n} tier change</extracomment>
   <translation>
    <numerusform>{n} स्तर बदलाव</numerusform>
    <numerusform>{n} स्तर बदलाव</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/reward_words.py" />
   <location filename="../../ui/rule_words.py" />
   <source>{n} times a member</source>
   <extracomment>One: once a member</extracomment>
   <translation>
    <numerusform>प्रति सदस्य {n} बार</numerusform>
    <numerusform>प्रति सदस्य {n} बार</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <source>{n} times for each member</source>
   <translation>हर सदस्य के लिए {n} बार</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} times points by hand</source>
   <extracomment>One: {n} time points by hand</extracomment>
   <translation>
    <numerusform>{n} बार पॉइंट हाथ से</numerusform>
    <numerusform>{n} बार पॉइंट हाथ से</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} times points given back</source>
   <extracomment>One: {n} time points given back</extracomment>
   <translation>
    <numerusform>{n} बार पॉइंट लौटाए</numerusform>
    <numerusform>{n} बार पॉइंट लौटाए</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>{n} waiting to be sent</source>
   <translation>{n} भेजने बाक़ी</translation>
  </message>
  <message>
   <location filename="../../ui/staff/wording.py" />
   <source>{n} wrong PINs</source>
   <translation>{n} ग़लत PIN</translation>
  </message>
  <message>
   <location filename="../../ui/printers/wording.py" />
   <source>{paper}, copy {n}</source>
   <translation>{paper}, प्रति {n}</translation>
  </message>
  <message>
   <location filename="../../ui/health/presenter.py" />
   <source>{part} is being tested.</source>
   <translation>{part} की जाँच हो रही है।</translation>
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>{percent} % of its true size</source>
   <translation>असली आकार का {percent} %</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>{percent} % off</source>
   <translation>{percent} % छूट</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{points} a bill</source>
   <translation>प्रति बिल {points}</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{points} a day</source>
   <translation>प्रति दिन {points}</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{points} a member</source>
   <translation>प्रति सदस्य {points}</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{points} from {amount}</source>
   <translation>{amount} से {points}</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{points} had expired on {day} and are gone at once</source>
   <translation>{points} {day} को समाप्त हो चुके थे और तुरंत हट जाते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{points} in all</source>
   <translation>कुल {points}</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>{points} not usable yet</source>
   <translation>{points} अभी नहीं चल सकते</translation>
  </message>
  <message>
   <location filename="../../ui/point_words.py" />
   <location filename="../../ui/reward_words.py" />
   <location filename="../../ui/rule_words.py" />
   <location filename="../../ui/rules/trial_words.py" />
   <location filename="../../ui/status/speech.py" />
   <location filename="../../ui/tiers/wording.py" />
   <source>{points} points</source>
   <translation>{points} पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>{points} points = {worth}</source>
   <translation>{points} पॉइंट = {worth}</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>{points} points expire {day}</source>
   <translation>{points} पॉइंट {day} को समाप्त</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{points} points for bill {n} of the month</source>
   <translation>महीने के {n}वें बिल पर {points} पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{points} points for every {amount}</source>
   <translation>हर {amount} पर {points} पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{points} points for {category}</source>
   <translation>{category} पर {points} पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>{points} points pay {amount}</source>
   <translation>{points} पॉइंट से {amount} का भुगतान</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{points} points to who brought them</source>
   <translation>लाने वाले को {points} पॉइंट</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>{points} points: now {balance} to spend.</source>
   <translation>{points} पॉइंट: अब ख़र्च के लिए {balance}।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{points} that never expire</source>
   <translation>{points} जो कभी समाप्त नहीं होते</translation>
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>{points} to use</source>
   <translation>इस्तेमाल के {points}</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{points} until {day}</source>
   <translation>{day} तक {points}</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{points} wait for the office to look at</source>
   <translation>{points} दफ़्तर के देखने का इंतज़ार करते हैं</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{points} were spent already and are not asked for</source>
   <translation>{points} ख़र्च हो चुके थे और नहीं माँगे जाते</translation>
  </message>
  <message>
   <location filename="../../ui/printers/presenter.py" />
   <source>{problem} Nothing was changed.</source>
   <translation>{problem} कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/printers/presenter.py" />
   <source>{problem} Nothing was printed.</source>
   <translation>{problem} कुछ नहीं छपा।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/paying.py" />
   <source>{problem} The bill is still open.</source>
   <translation>{problem} बिल अभी खुला है।</translation>
  </message>
  <message>
   <location filename="../../ui/settings/finding.py" />
   <source>{program} runs here. It never looks for a newer version by itself, and takes none from anywhere. Whoever looks after this computer makes a backup, closes the counter and puts the newer program in the place of this one; in a chain after the server's. At its next start the data file is copied and brought up to it, where it has to be; then older versions do not open it any more.</source>
   <translation>यहाँ {program} चल रहा है। यह अपने आप कोई नया संस्करण नहीं खोजता, और कहीं से नहीं लेता। जो इस कंप्यूटर की देखभाल करते हैं वे बैकअप लेते हैं, काउंटर बंद करते हैं और नया प्रोग्राम इसकी जगह रखते हैं; शृंखला में सर्वर के बाद। अगली शुरुआत पर, ज़रूरत हो तो, डेटा फ़ाइल की नक़ल बनती है और वह नए के योग्य की जाती है; तब पुराने संस्करण उसे नहीं खोलते।</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>{reward} copy</source>
   <translation>{reward} प्रति</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{reward} has been used, and stays used</source>
   <translation>{reward} इस्तेमाल हो चुका है, और वैसा ही रहेगा</translation>
  </message>
  <message>
   <location filename="../../ui/returns/wording.py" />
   <source>{reward} is good no more</source>
   <translation>{reward} अब मान्य नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/billing/rewards.py" />
   <source>{reward} is on this bill.</source>
   <translation>{reward} इस बिल पर है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/rewards.py" />
   <source>{reward}: add the items first, then scan the voucher again.</source>
   <translation>{reward}: पहले सामान जोड़ें, फिर वाउचर दोबारा स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/rewards.py" />
   <source>{reward}: hand it over now. The voucher is used.</source>
   <translation>{reward}: अभी दे दें। वाउचर उपयोग हो गया।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/paying.py" />
   <source>{reward}: the voucher comes behind the receipt.</source>
   <translation>{reward}: वाउचर रसीद के पीछे आता है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/paying.py" />
   <source>{reward}: the voucher is being printed.</source>
   <translation>{reward}: वाउचर छप रहा है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/rewards.py" />
   <source>{reward}: the voucher is printed, the points are used.</source>
   <translation>{reward}: वाउचर छप रहा है, पॉइंट उपयोग हो गए।</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>{role} · no PIN here yet</source>
   <translation>{role} · यहाँ अभी PIN नहीं</translation>
  </message>
  <message>
   <location filename="../../ui/lock/wording.py" />
   <source>{role} · no PIN needed</source>
   <translation>{role} · PIN नहीं चाहिए</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>{rule} copy</source>
   <translation>{rule} नक़ल</translation>
  </message>
  <message>
   <location filename="../../ui/tour/strip.py" />
   <source>{seconds} s</source>
   <translation>{seconds} से॰</translation>
  </message>
  <message>
   <location filename="../../ui/reports/wording.py" />
   <source>{share} with a card</source>
   <translation>{share} कार्ड के साथ</translation>
  </message>
  <message>
   <location filename="../../ui/lock/page.py" />
   <location filename="../../ui/window.py" />
   <source>{shop} – Counter {counter}</source>
   <translation>{shop} – काउंटर {counter}</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{size} ahead of the server's</source>
   <translation>सर्वर से {size} आगे</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{size} behind the server's</source>
   <translation>सर्वर से {size} पीछे</translation>
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>{size} · front and back</source>
   <translation>{size} · आगे और पीछे</translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{store_name}, position {position}</source>
   <translation>{store_name}, स्थान {position}</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>{text} · {count}, at most {gap} ms apart, {ending}</source>
   <translation>{text} · {count}, ज़्यादा से ज़्यादा {gap} ms की दूरी, {ending}</translation>
  </message>
  <message>
   <location filename="../../ui/billing/reward_rows.py" />
   <location filename="../../ui/reward_words.py" />
   <source>{tier} and above</source>
   <translation>{tier} और उससे ऊपर</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>{tier} asks {asks}. It brings {brings}.</source>
   <translation>{tier} की शर्त: {asks}। यह देता है: {brings}।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>{tier} discount</source>
   <translation>{tier} छूट</translation>
  </message>
  <message>
   <location filename="../../ui/tier_words.py" />
   <source>{tier} ends {day}: {missing} more keeps it</source>
   <translation>{tier} {day} को समाप्त: {missing} और हो तो बना रहेगा</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rule_words.py" />
   <source>{tier} for {n} days</source>
   <extracomment>One: {tier} for {n} day</extracomment>
   <translation>
    <numerusform>{n} दिन के लिए {tier}</numerusform>
    <numerusform>{n} दिनों के लिए {tier}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>{tier} held: {why}</source>
   <translation>{tier} बनाए रखा: {why}</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{times} × the points</source>
   <translation>पॉइंट × {times}</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>{times} × the points on {category}</source>
   <translation>{category} पर पॉइंट × {times}</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>{time}, after the last bill; no server to compare with</source>
   <translation>{time}, पिछले बिल के बाद; मिलाने के लिए सर्वर नहीं है</translation>
  </message>
  <message>
   <location filename="../../ui/health/looking.py" />
   <source>{time}, the same as the server's</source>
   <translation>{time}, सर्वर जैसा ही</translation>
  </message>
  <message>
   <location filename="../../ui/gstin.py" />
   <source>{typed} of 15 letters and digits</source>
   <translation>15 में से {typed} अक्षर और अंक</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>{waiting} waiting</source>
   <translation>{waiting} रुके हुए</translation>
  </message>
  <message>
   <location filename="../../ui/publishing.py" />
   <source>{what}, for all stores of the chain</source>
   <translation>{what}, शृंखला की सभी दुकानों के लिए</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>{what}: {why}</source>
   <translation>{what}: {why}</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>{when} ({age} ago)</source>
   <translation>{when} ({age} पहले)</translation>
  </message>
  <message>
   <location filename="../../ui/backup/wording.py" />
   <source>{when}: put back with {bills} and {entries}; the books hold, with {points} points.</source>
   <translation>{when}: {bills} और {entries} के साथ लगाकर देखा; बही ठीक है, {points} पॉइंट के साथ।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/sale.py" />
   <source>{why} Using the most allowed.</source>
   <translation>{why} जितने चल सकते हैं उतने लगाए जा रहे हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>{words} · {waiting} waiting</source>
   <translation>{words} · {waiting} रुके हुए</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>“{added}” before each code</source>
   <translation>हर कोड से पहले “{added}”</translation>
  </message>
  <message>
   <location filename="../../ui/scanner/wording.py" />
   <source>“{added}” behind each code</source>
   <translation>हर कोड के बाद “{added}”</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>“{campaign}” is in the draft. F9 publishes it together with rates and rules.</source>
   <translation>“{campaign}” मसौदे में है। F9 उसे दरों और नियमों के साथ प्रकाशित करता है।</translation>
  </message>
  <message>
   <location filename="../../ui/members/wording.py" />
   <source>“{campaign}” is not for them</source>
   <translation>“{campaign}” इनके लिए नहीं है</translation>
  </message>
  <message>
   <location filename="../../ui/drives/wording.py" />
   <source>“{campaign}” is taken out of the draft. It goes on until the draft is published.</source>
   <translation>“{campaign}” मसौदे से हटाया गया। मसौदा प्रकाशित होने तक वह चलता रहेगा।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_pane.py" />
   <source>“{campaign}” so far</source>
   <translation>“{campaign}” में अब तक</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/drives/wording.py" />
   <source>“{campaign}” would have given {points} points, worth {amount}, on the {n} bills of the last {days} days, had it run and everybody it is for taken part.</source>
   <extracomment>One: “{campaign}” would have given {points} points, worth {amount}, on the {n} bill of the last {days} days, had it run and everybody it is for taken part.</extracomment>
   <translation>
    <numerusform>“{campaign}” से पिछले {days} दिनों के {n} बिल पर {points} पॉइंट मिलते, {amount} के बराबर, अगर वह चलता और जिनके लिए है वे सब भाग लेते।</numerusform>
    <numerusform>“{campaign}” से पिछले {days} दिनों के {n} बिलों पर {points} पॉइंट मिलते, {amount} के बराबर, अगर वह चलता और जिनके लिए है वे सब भाग लेते।</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_desk.py" />
   <source>“{case}” is asked for no more.</source>
   <translation>“{case}” अब नहीं जाँचा जाता।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>“{programme}” begins on {day}. Until then all goes on as it is.</source>
   <translation>“{programme}” {day} को शुरू होगा। तब तक सब जैसा है वैसा चलता है।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>“{programme}” goes on.</source>
   <translation>“{programme}” फिर चल रहा है।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>“{programme}” is archived: it can be read, and is never in force again.</source>
   <translation>“{programme}” अभिलेख में है: पढ़ा जा सकता है, फिर कभी लागू नहीं होगा।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>“{programme}” is in force now. Points stay as they are.</source>
   <translation>“{programme}” अब लागू है। पॉइंट जैसे हैं वैसे ही रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>“{programme}” is saved.</source>
   <translation>“{programme}” सहेजा गया।</translation>
  </message>
  <message>
   <location filename="../../ui/programmes/wording.py" />
   <source>“{programme}” is suspended: nothing is earned or redeemed. Points stay, and bills go on.</source>
   <translation>“{programme}” रुका हुआ है: न कुछ कमाया जाता है न चुकाया। पॉइंट बने रहते हैं, बिल चलते रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>“{reward}” is in the draft. F9 publishes it together with rates and rules.</source>
   <translation>“{reward}” मसौदे में है। F9 उसे दरों और नियमों के साथ प्रकाशित करता है।</translation>
  </message>
  <message>
   <location filename="../../ui/rewards/wording.py" />
   <source>“{reward}” is taken out of the draft. It is offered until the draft is published; its vouchers stay good.</source>
   <translation>“{reward}” मसौदे से हटा दिया गया। मसौदा प्रकाशित होने तक वह मिलता रहेगा; उसके वाउचर मान्य रहेंगे।</translation>
  </message>
  <message>
   <location filename="../../ui/rules/trial_words.py" />
   <source>“{rule}” applied before, and no other applies after it</source>
   <translation>“{rule}” पहले लागू हुआ, और उसके बाद कोई और लागू नहीं होता</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>“{rule}” is in the draft. F9 publishes it together with the rates.</source>
   <translation>“{rule}” मसौदे में है। F9 से यह दरों के साथ प्रकाशित होता है।</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>“{rule}” is new: {now}</source>
   <translation>“{rule}” नया है: {now}</translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>“{rule}” is taken away: {was}</source>
   <translation>“{rule}” हटाया गया: {was}</translation>
  </message>
  <message>
   <location filename="../../ui/rules/wording.py" />
   <source>“{rule}” is taken out of the draft. It stays in force until the draft is published.</source>
   <translation>“{rule}” मसौदे से निकाला गया। मसौदा प्रकाशित होने तक यह लागू रहेगा।</translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/rules/wording.py" />
   <source>“{rule}” would have given {points} points, worth {amount}, on the {n} bills of the last {days} days.</source>
   <extracomment>One: “{rule}” would have given {points} points, worth {amount}, on the {n} bill of the last {days} days.</extracomment>
   <translation>
    <numerusform>“{rule}” से पिछले {days} दिनों के {n} बिल पर {points} पॉइंट मिलते, {amount} के बराबर।</numerusform>
    <numerusform>“{rule}” से पिछले {days} दिनों के {n} बिलों पर {points} पॉइंट मिलते, {amount} के बराबर।</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../ui/rule_words.py" />
   <source>“{rule}”: {was} › {now}</source>
   <translation>“{rule}”: {was} › {now}</translation>
  </message>
  <message>
   <location filename="../../ui/segments/wording.py" />
   <source>“{segment}” is in the draft. F9 publishes it together with rates and rules.</source>
   <translation>“{segment}” मसौदे में है। F9 उसे दरों और नियमों के साथ प्रकाशित करता है।</translation>
  </message>
  <message>
   <location filename="../../ui/segments/wording.py" />
   <source>“{segment}” is taken out of the draft. It is there until the draft is published.</source>
   <translation>“{segment}” मसौदे से हटाया गया। मसौदा प्रकाशित होने तक वह बना रहेगा।</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>“{tier}” is in the draft. F9 publishes it together with rates and rules.</source>
   <translation>“{tier}” मसौदे में है। F9 उसे दरों और नियमों के साथ प्रकाशित करता है।</translation>
  </message>
  <message>
   <location filename="../../ui/tiers/wording.py" />
   <source>“{tier}” is taken out of the draft. Whoever holds it will hold the one below.</source>
   <translation>“{tier}” मसौदे से हटा दिया गया है। जिनके पास वह है, उनके पास उससे नीचे वाला होगा।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>“{typed}” can't be read as an amount. Nothing was added – type it like 500, 45.50 or 3*45, in the digits 0–9 with at most {decimals} decimals.</source>
   <translation>“{typed}” को रकम नहीं पढ़ा जा सका। कुछ नहीं जोड़ा गया – ऐसे लिखें 500, 45.50 या 3*45, अंक 0–9 में, ज़्यादा से ज़्यादा {decimals} दशमलव।</translation>
  </message>
  <message>
   <location filename="../../ui/typed.py" />
   <source>“{typed}” is no amount; type one like 500.</source>
   <translation>“{typed}” रकम नहीं है; 500 जैसी लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/typed.py" />
   <source>“{typed}” is no day; type one like 01/12/2026.</source>
   <translation>“{typed}” तारीख़ नहीं है; 01/12/2026 जैसी लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/typed.py" />
   <source>“{typed}” is no number; type one like 2 or 2.5.</source>
   <translation>“{typed}” संख्या नहीं है; 2 या 2.5 जैसी लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/typed.py" />
   <source>“{typed}” is no time; type one like 18:30.</source>
   <translation>“{typed}” समय नहीं है; 18:30 जैसा लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/typed.py" />
   <source>“{typed}” is no whole number.</source>
   <translation>“{typed}” पूरी संख्या नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>“{typed}” isn't a bill number. The bill here is untouched – type it like #A1/26-27/000123.</source>
   <translation>“{typed}” बिल नंबर नहीं है। यहाँ का बिल वैसा ही है – ऐसे लिखें #A1/26-27/000123।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>“{typed}” isn't a dot and four digits. The bill is untouched – type .5678 to find by the last four.</source>
   <translation>“{typed}” बिंदु और चार अंक नहीं है। बिल वैसा ही है – आख़िरी चार से ढूँढने के लिए .5678 लिखें।</translation>
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>“{typed}” isn't an Indian mobile number. The bill is untouched – type its 10 digits.</source>
   <translation>“{typed}” भारत का मोबाइल नंबर नहीं है। बिल वैसा ही है – उसके 10 अंक लिखें।</translation>
  </message>
 </context>
 <context>
  <name>sentences</name>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>1 try left, then wait 1 minute.</source>
   <translation>1 कोशिश बची है, फिर 1 मिनट रुकना होगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>A PIN is needed here.</source>
   <translation>यहाँ PIN चाहिए।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>A bill</source>
   <translation>एक बिल</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>A bill for which both hold brings two of them.</source>
   <translation>जिस बिल पर दोनों लागू हों, वह ऐसे दो लाता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>A bill has between 1 and {1} lines; this one has {2}.</source>
   <translation>एक बिल में 1 से {1} पंक्तियाँ होती हैं; इसमें {2} हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>A bill is paid in at most {1} ways.</source>
   <translation>एक बिल ज़्यादा से ज़्यादा {1} तरीक़ों से चुकाया जा सकता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>A bill is rounded to an amount of money, from nothing to 10,000.</source>
   <translation>बिल एक रक़म तक पूरा होता है, शून्य से 10,000 तक।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>A campaign has a name of at most {1} characters, without a slash, or a space at an end.</source>
   <translation>अभियान का नाम ज़्यादा से ज़्यादा {1} अक्षर का होता है, बिना स्लैश के और किनारों पर बिना ख़ाली जगह के।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>A campaign has a title that members read, of at most {1} characters.</source>
   <translation>अभियान का एक शीर्षक होता है जो सदस्य पढ़ते हैं, ज़्यादा से ज़्यादा {1} अक्षर का।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>A card blocked, or free again</source>
   <translation>कार्ड रोका या फिर चालू किया</translation>
  </message>
  <message>
   <location filename="../../app/services/members/merging.py" />
   <source>A card cannot be merged into itself.</source>
   <translation>कार्ड को उसी में नहीं मिलाया जा सकता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/referral.py" />
   <source>A card cannot refer itself.</source>
   <translation>कार्ड अपनी ही सिफ़ारिश नहीं कर सकता।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>A card for a bill sold without one</source>
   <translation>बिना कार्ड बिके बिल के लिए कार्ड</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>A card replaced</source>
   <translation>कार्ड बदला</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>A case has a name of at most {1} characters.</source>
   <translation>जाँच का नाम ज़्यादा से ज़्यादा {1} अक्षरों का होता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>A catalogue has at most {1} rewards.</source>
   <translation>सूची में अधिकतम {1} इनाम हो सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>A certificate's fingerprint is its SHA-256: 64 letters of 0-9 and a-f.</source>
   <translation>प्रमाणपत्र की छाप उसका SHA-256 है: 0-9 और a-f के 64 अक्षर।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>A counter does not change {1}.</source>
   <translation>काउंटर {1} नहीं बदलता।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/standing.py" />
   <source>A counter in training joins no server.</source>
   <translation>प्रशिक्षण वाला काउंटर किसी सर्वर से नहीं जुड़ता।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>A counter keeps at most {1} people.</source>
   <translation>एक काउंटर ज़्यादा से ज़्यादा {1} लोग रखता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>A day goes from 00:00 to 24:00.</source>
   <translation>दिन 00:00 से 24:00 तक होता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>A discount cannot be negative.</source>
   <translation>छूट शून्य से कम नहीं हो सकती।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>A discount is between 0 % and 100 %.</source>
   <translation>छूट 0 % से 100 % के बीच होती है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>A discount is either a percentage or an amount.</source>
   <translation>छूट या तो प्रतिशत होती है या रकम।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>A goal can be reached again, after a return too.</source>
   <translation>लक्ष्य दोबारा भी पूरा हो सकता है, वापसी के बाद भी।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>A goal is more than nothing.</source>
   <translation>लक्ष्य शून्य से ज़्यादा होता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>A key or a number is text of up to {1} letters.</source>
   <translation>कुंजी या नंबर {1} अक्षरों तक का पाठ है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/edits.py" />
   <source>A language has between 1 and {1} letters, as en or hi.</source>
   <translation>भाषा में 1 से {1} अक्षर होते हैं, जैसे en या hi।</translation>
  </message>
  <message>
   <location filename="../../app/domain/limit_flaws.py" />
   <source>A limit in points is more than nothing.</source>
   <translation>पॉइंट की सीमा शून्य से ज़्यादा होती है।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/returns.py" />
   <location filename="../../app/services/returns/unseen_returns.py" />
   <source>A manager has to agree to this return.</source>
   <translation>इस वापसी के लिए मैनेजर की सहमति चाहिए।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>A manager turned this counter away.</source>
   <translation>मैनेजर ने इस काउंटर को मना कर दिया।</translation>
  </message>
  <message>
   <location filename="../../app/domain/limit_flaws.py" />
   <source>A member has it at least once.</source>
   <translation>सदस्य को यह कम से कम एक बार मिलता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>A member's details</source>
   <translation>सदस्य का विवरण</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <location filename="../../app/domain/segment_flaws.py" />
   <source>A name has at most {1} characters.</source>
   <translation>नाम में ज़्यादा से ज़्यादा {1} अक्षर होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/members.py" />
   <location filename="../../app/services/staff/staff.py" />
   <source>A name has between 1 and {1} letters.</source>
   <translation>नाम में 1 से {1} अक्षर होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>A name has no comma: bills keep names one beside another.</source>
   <translation>नाम में अल्पविराम (,) नहीं होता: बिल पर नाम साथ-साथ लिखे जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>A payment cannot be less than its amount.</source>
   <translation>भुगतान उसकी रकम से कम नहीं हो सकता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>A period has 1 to {1} days.</source>
   <translation>अवधि 1 से {1} दिन की होती है।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/printers.py" />
   <source>A printer needs a name of at most {1} letters.</source>
   <translation>प्रिंटर का नाम चाहिए, ज़्यादा से ज़्यादा {1} अक्षर।</translation>
  </message>
  <message>
   <location filename="../../app/domain/programmes.py" />
   <source>A programme cannot end before it begins.</source>
   <translation>कोई कार्यक्रम शुरू होने से पहले ख़त्म नहीं हो सकता।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>A programme is a draft until it is put in force.</source>
   <translation>लागू होने तक कार्यक्रम एक मसौदा रहता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/programmes.py" />
   <source>A programme needs a name of at most {1} letters.</source>
   <translation>कार्यक्रम को एक नाम चाहिए, ज़्यादा से ज़्यादा {1} अक्षरों का।</translation>
  </message>
  <message>
   <location filename="../../app/domain/programme_kinds.py" />
   <source>A programme of tiers has two of them at least.</source>
   <translation>स्तरों वाले कार्यक्रम में कम से कम दो स्तर होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>A rate has at most two decimals.</source>
   <translation>दर में दशमलव के बाद अधिकतम दो अंक होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>A rate is at most {1} %.</source>
   <translation>दर ज़्यादा से ज़्यादा {1} % होती है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>A rate is never below nothing.</source>
   <translation>दर शून्य से कम नहीं होती।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>A rate rises by {1} (in %), more than the {2} one person may publish.</source>
   <translation>एक दर {1} (% में) बढ़ती है, जबकि एक व्यक्ति {2} तक ही लागू कर सकता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/printers.py" />
   <source>A receipt printer takes {1}.</source>
   <translation>रसीद प्रिंटर में {1} लगता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>A refund is more than nothing.</source>
   <translation>वापसी शून्य से ज़्यादा होती है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/period.py" />
   <source>A report covers {1} days at most.</source>
   <translation>एक रिपोर्ट में अधिक से अधिक {1} दिन आते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>A reward</source>
   <translation>इनाम</translation>
  </message>
  <message>
   <location filename="../../app/services/members/adjustments.py" />
   <source>A reward costs points.</source>
   <translation>इनाम के लिए पॉइंट लगते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>A reward needs an id and a name.</source>
   <translation>इनाम के लिए एक आईडी और एक नाम चाहिए।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>A rule has a name, without a space before or behind it.</source>
   <translation>नियम का नाम होता है, आगे-पीछे ख़ाली जगह के बिना।</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>A segment has a name, without a space before or behind it.</source>
   <translation>समूह का नाम होता है, आगे-पीछे ख़ाली जगह के बिना।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>A shift closed</source>
   <translation>शिफ़्ट बंद की</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>A shift is open already.</source>
   <translation>शिफ़्ट पहले से खुली है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tax.py" />
   <source>A tax rate is between 0 and {1} percent.</source>
   <translation>कर की दर 0 से {1} प्रतिशत के बीच होती है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>A tier by hand</source>
   <translation>हाथ से दिया स्तर</translation>
  </message>
  <message>
   <location filename="../../app/services/members/editing.py" />
   <source>A tier cannot end before today.</source>
   <translation>स्तर आज से पहले समाप्त नहीं हो सकता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>A tier has a name of at most {1} characters.</source>
   <translation>स्तर का नाम ज़्यादा से ज़्यादा {1} अक्षरों का होता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/award_flaws.py" />
   <source>A tier is kept between 1 and {1} days.</source>
   <translation>स्तर 1 से {1} दिनों तक रखा जाता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/editing.py" />
   <source>A tier set by hand needs a reason of at most {1} letters.</source>
   <translation>हाथ से दिए स्तर का कारण चाहिए, ज़्यादा से ज़्यादा {1} अक्षर।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>A voucher</source>
   <translation>वाउचर</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>A voucher has a number, and nothing else has one.</source>
   <translation>नंबर सिर्फ़ वाउचर का होता है, और हर वाउचर का होता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>A week has days from 1 to 7.</source>
   <translation>हफ़्ते के दिन 1 से 7 तक होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>A year has months from 1 to 12.</source>
   <translation>साल में महीने 1 से 12 तक होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>A {1} needs a PIN.</source>
   <translation>{1} के लिए PIN चाहिए।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>Add them there.</source>
   <translation>उन्हें वहाँ जोड़ें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>All that multiplies comes to at least 1 and at most 1,000 together.</source>
   <translation>सारे गुणा मिलाकर कम से कम 1 और अधिकतम 1,000 होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Allow this user to write there, or choose another folder in Settings.</source>
   <translation>इस उपयोगकर्ता को वहाँ लिखने दें, या सेटिंग में दूसरा फ़ोल्डर चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Allow this user to write to the file and its folder, then try again.</source>
   <translation>इस उपयोगकर्ता को फ़ाइल और फ़ोल्डर में लिखने दें, फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/printers.py" />
   <source>An address is at most {1} letters, without line breaks.</source>
   <translation>पता ज़्यादा से ज़्यादा {1} अक्षर का होता है, एक ही पंक्ति में।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/adjustments.py" />
   <source>An adjustment moves points.</source>
   <translation>समायोजन में पॉइंट बदलने चाहिए।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/adjustments.py" />
   <source>An adjustment needs a reason.</source>
   <translation>समायोजन का कारण चाहिए।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>An amount is never below nothing.</source>
   <translation>रकम शून्य से कम नहीं होती।</translation>
  </message>
  <message>
   <location filename="../../sync/status.py" />
   <source>Another machine has sent bills under this counter's name: its data file was copied.</source>
   <translation>किसी दूसरी मशीन ने इस काउंटर के नाम से बिल भेजे हैं: इसकी डेटा फ़ाइल की नक़ल बनाई गई थी।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>Another program is using the camera.</source>
   <translation>कैमरा दूसरे प्रोग्राम के पास है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <location filename="../../app/services/reports/behind.py" />
   <source>Approvals</source>
   <translation>मंज़ूरियाँ</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Approved by</source>
   <translation>मंज़ूरी</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Arithmetic</source>
   <translation>हिसाब</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>Ask a manager of the chain.</source>
   <translation>शृंखला के किसी प्रबंधक से कहें।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <location filename="../../sync/status.py" />
   <source>Ask a manager to pair it again.</source>
   <translation>मैनेजर से इसे फिर से जोड़ने को कहिए।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>Ask a manager.</source>
   <translation>मैनेजर से पूछें।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/joining.py" />
   <source>Ask again, and have it approved under its own code.</source>
   <translation>फिर से माँगें, और उसे उसके अपने कोड से मंज़ूर कराएँ।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>Ask an owner.</source>
   <translation>मालिक से पूछें।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Ask to join again.</source>
   <translation>दोबारा जोड़ें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Asked by</source>
   <translation>किसने कहा</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>Average bill</source>
   <translation>औसत बिल</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Balance</source>
   <translation>शेष</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Before discount</source>
   <translation>छूट से पहले</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Bill</source>
   <translation>बिल</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>Bill saved.</source>
   <translation>बिल सहेज लिया गया।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/standing.py" />
   <source>Bill {1} cannot be seen until this counter is online.</source>
   <translation>इस काउंटर के ऑनलाइन होने तक बिल {1} नहीं दिखेगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/claims.py" />
   <source>Bill {1} has a card already, and its points were given.</source>
   <translation>बिल {1} पर पहले से कार्ड है, और उसके पॉइंट दिए जा चुके हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/claims.py" />
   <source>Bill {1} is more than {2} days old.</source>
   <translation>बिल {1} {2} दिन से ज़्यादा पुराना है।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/receipts.py" />
   <location filename="../../app/services/returns/returnable.py" />
   <source>Bill {1} is not in our list.</source>
   <translation>बिल {1} हमारी सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/returnable.py" />
   <source>Bill {1} was made at counter {2}, and its lines are kept there.</source>
   <translation>बिल {1} काउंटर {2} पर बना था, और उसकी पंक्तियाँ वहीं रखी हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/unseen_returns.py" />
   <source>Bill {1} was made here, and its lines are here.</source>
   <translation>बिल {1} यहीं बना था, और उसकी पंक्तियाँ यहाँ हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Billing is paused to protect it; nothing more is written to it.</source>
   <translation>बचाव के लिए बिल बनाना रोका गया है; इसमें और कुछ नहीं लिखा जाएगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/table.py" />
   <source>Bills</source>
   <translation>बिल</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Bills and days are counted from 1.</source>
   <translation>बिल और दिन 1 से गिने जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills are safe.</source>
   <translation>बिल सुरक्षित हैं।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills are saved here; less is sent at a time.</source>
   <translation>बिल यहाँ सुरक्षित हैं; एक बार में कम भेजा जाता है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills are saved on this counter and are sent again by themselves.</source>
   <translation>बिल इस काउंटर पर सुरक्षित हैं और अपने आप फिर भेजे जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <location filename="../../sync/trouble.py" />
   <source>Bills are saved on this counter and go out later by themselves.</source>
   <translation>बिल इस काउंटर पर सुरक्षित हैं और बाद में अपने आप भेजे जाएँगे।</translation>
  </message>
  <message>
   <location filename="../../sync/reply.py" />
   <location filename="../../sync/trouble.py" />
   <source>Bills are saved on this counter.</source>
   <translation>बिल इस काउंटर पर सहेजे हुए हैं।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <location filename="../../sync/status.py" />
   <source>Bills go on and are kept here.</source>
   <translation>बिल चलते रहते हैं और यहीं रखे जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills go on and are kept here; this counter tries again by itself.</source>
   <translation>बिल चलते हैं और यहाँ सुरक्षित हैं; यह काउंटर अपने आप फिर कोशिश करता है।</translation>
  </message>
  <message>
   <location filename="../../sync/trouble.py" />
   <source>Bills go on and none is lost; what other counters do is not seen here until this program is updated.</source>
   <translation>बिल चलते रहते हैं और कोई नहीं खोता; जब तक यह प्रोग्राम नया नहीं किया जाता, दूसरे काउंटरों का काम यहाँ नहीं दिखेगा।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills go on meanwhile.</source>
   <translation>इस बीच बिल चलते रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills go on.</source>
   <translation>बिल चलते रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills go on; it tries again by itself.</source>
   <translation>बिल चलते रहते हैं; यह अपने आप फिर कोशिश करता है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills go on; set the clock if it stays like this.</source>
   <translation>बिल चलते रहते हैं; ऐसा ही रहे तो घड़ी ठीक करें।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills go on; this counter tries again by itself.</source>
   <translation>बिल चलते रहते हैं; यह काउंटर अपने आप फिर कोशिश करता है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Bills go on; this counter waits and tries again by itself.</source>
   <translation>बिल चलते रहते हैं; यह काउंटर रुककर अपने आप फिर कोशिश करता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Bills made since and entered again: {1}.</source>
   <translation>उसके बाद बने और फिर से दर्ज हुए बिल: {1}।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Bills on hold are as the backup has them: {1}; look whether they have been paid since.</source>
   <translation>रोके हुए बिल वैसे हैं जैसे बैकअप में थे: {1}; देखें कि तब से उनका भुगतान हो तो नहीं चुका।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Bills on hold are as they were before: {1}.</source>
   <translation>रोके हुए बिल पहले जैसे ही हैं: {1}।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Bills that could not be entered again: {1}; they are listed in {2}.</source>
   <translation>जो बिल फिर से दर्ज नहीं हो सके: {1}; उनकी सूची {2} में है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/program.py" />
   <source>Bills were made in {1}, and all amounts are kept in it.</source>
   <translation>बिल {1} में बने हैं, और सारी रक़में उसी में रखी हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Bonus</source>
   <translation>बोनस</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>Both have priority {1}: give one of them another.</source>
   <translation>दोनों की प्राथमिकता {1} है: एक को दूसरी दें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <source>Brought by</source>
   <translation>किसने परिचय कराया</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Brought by the new tier</source>
   <translation>नए स्तर से मिले</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <source>Budget left</source>
   <translation>बचा बजट</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/points.py" />
   <source>By hand</source>
   <translation>हाथ से</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>By points</source>
   <translation>पॉइंट से</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/watching.py" />
   <source>By whom</source>
   <translation>किसने</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>Camera scanning isn't available on this computer ({why}).</source>
   <translation>इस कंप्यूटर पर कैमरे से स्कैन नहीं हो सकता ({why})।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <source>Cancelled</source>
   <translation>रद्द</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <location filename="../../app/services/reports/watching.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Card</source>
   <translation>कार्ड</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/cards.py" />
   <source>Card {1} does not work any more.</source>
   <translation>कार्ड {1} अब नहीं चलता।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/finding.py" />
   <location filename="../../app/services/members/members.py" />
   <source>Card {1} is not in our list.</source>
   <translation>कार्ड {1} हमारी सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Cards typed instead of scanned</source>
   <translation>स्कैन की जगह टाइप किए गए कार्ड</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Case “{1}” could not be sold.</source>
   <translation>जाँच “{1}” बिक नहीं सकती।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Case “{1}” must bring {2} points and would bring {3}.</source>
   <translation>जाँच “{1}” से {2} पॉइंट मिलने चाहिए, पर {3} मिलेंगे।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Case “{1}” must come to {2} and would come to {3}.</source>
   <translation>जाँच “{1}” की रकम {2} होनी चाहिए, पर {3} होगी।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>Cash has moved since it was counted.</source>
   <translation>गिनने के बाद नकद बदला है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Cash in or out</source>
   <translation>नकद डाला या निकाला</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/table.py" />
   <source>Cashback</source>
   <translation>कैशबैक</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Cashier</source>
   <translation>कैशियर</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/sales.py" />
   <source>Category</source>
   <translation>श्रेणी</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>Category mix</source>
   <translation>श्रेणियों की बिक्री</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>Change is given only against cash.</source>
   <translation>बाकी रकम सिर्फ़ नकद पर लौटाई जाती है।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Check its cable and its power.</source>
   <translation>उसका तार और बिजली देखें।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Check its cable, its power and its address.</source>
   <translation>उसका तार, बिजली और पता देखें।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>Check its cable, or use the scanner / type the number.</source>
   <translation>उसका तार देखें, या स्कैनर लें / नंबर लिखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Check the disk and its folder, then try again.</source>
   <translation>डिस्क और उसका फ़ोल्डर देखें, फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Check the disk and the folder.</source>
   <translation>डिस्क और फ़ोल्डर देखें।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Check the internet connection.</source>
   <translation>इंटरनेट कनेक्शन देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/returned.py" />
   <source>Check the number on the paper.</source>
   <translation>काग़ज़ पर नंबर देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/receipts.py" />
   <location filename="../../app/services/returns/returnable.py" />
   <location filename="../../sync/far_bills.py" />
   <source>Check the number on the receipt.</source>
   <translation>रसीद पर नंबर देखें।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Check this computer's date, then ask whoever looks after the server.</source>
   <translation>इस कंप्यूटर की तारीख़ देखें, फिर सर्वर सँभालने वाले से पूछें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Choose fewer days.</source>
   <translation>कम दिन चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/period.py" />
   <source>Choose fewer.</source>
   <translation>कम चुनें।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Choose one in Settings, Printers.</source>
   <translation>सेटिंग, प्रिंटर में एक चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/printers.py" />
   <source>Choose the printer's queue.</source>
   <translation>प्रिंटर की क़तार चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Choose the right data folder, or move that file away and start again.</source>
   <translation>सही डेटा फ़ोल्डर चुनें, या वह फ़ाइल हटाकर फिर शुरू करें।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Clear it, or switch the printer off and on.</source>
   <translation>उसे ठीक करें, या प्रिंटर बंद करके चालू करें।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>Close it, or use the scanner / type the number.</source>
   <translation>उसे बंद करें, या स्कैनर लें / नंबर लिखें।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Close it.</source>
   <translation>उसे बंद करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/visitors.py" />
   <source>Continue without a card, or register it first.</source>
   <translation>बिना कार्ड आगे बढ़ें, या पहले उसे दर्ज करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Copy</source>
   <translation>प्रति</translation>
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>Correct it.</source>
   <translation>इसे ठीक करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Counter</source>
   <translation>काउंटर</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/table.py" />
   <source>Date</source>
   <translation>तारीख</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>Days are counted from 1 to {1}.</source>
   <translation>दिन 1 से {1} तक गिने जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Days since somebody joined are counted from 1.</source>
   <translation>जुड़ने के बाद के दिन 1 से गिने जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>Discount</source>
   <translation>छूट</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>Each of its totals has a category and an amount, and nothing else.</source>
   <translation>इसके हर योग में एक श्रेणी और एक राशि होती है, और कुछ नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/table.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Earned</source>
   <translation>मिले</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Earns on</source>
   <translation>जिस पर पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Entries in the ledger</source>
   <translation>खाते की प्रविष्टियाँ</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Entry</source>
   <translation>प्रविष्टि</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Event</source>
   <translation>घटना</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/given.py" />
   <location filename="../../app/services/reports/points.py" />
   <source>Expired</source>
   <translation>समाप्त</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/points.py" />
   <source>Expiring in the next 12 months</source>
   <translation>अगले 12 महीनों में समाप्त होने वाले</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Expiry undone</source>
   <translation>समाप्ति वापस</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>For a friend's bill</source>
   <translation>मित्र के बिल पर</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Free some space there, or choose another folder in Settings.</source>
   <translation>वहाँ कुछ जगह ख़ाली करें, या सेटिंग में दूसरा फ़ोल्डर चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Free some space, then try again.</source>
   <translation>कुछ जगह ख़ाली करें, फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/cards.py" />
   <source>Give them a new one first.</source>
   <translation>पहले उन्हें नया दें।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>Give {1} one first.</source>
   <translation>पहले {1} को एक दें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/sales.py" />
   <location filename="../../app/services/reports/watching.py" />
   <source>Given back</source>
   <translation>लौटाए</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Given back without the bill</source>
   <translation>बिना बिल के लौटाया</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Given by hand</source>
   <translation>हाथ से दिए</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <source>Given out</source>
   <translation>दिए गए</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/points.py" />
   <source>Gone on</source>
   <translation>किस दिन समाप्त</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Goods taken back</source>
   <translation>सामान वापस लिया</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Hash (SHA-256)</source>
   <translation>हैश (SHA-256)</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Have a manager choose another.</source>
   <translation>मैनेजर से दूसरी दुकान चुनने को कहें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>Have both brought up to date.</source>
   <translation>दोनों को अपडेट करवाएँ।</translation>
  </message>
  <message>
   <location filename="../../sync/publishing.py" />
   <source>Have the server brought up to date, or publish there.</source>
   <translation>सर्वर को अपडेट करवाएँ, या वहीं प्रकाशित करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>How it was sealed</source>
   <translation>कैसे मुहरबंद हुआ</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <location filename="../../app/services/reports/watching.py" />
   <source>How often</source>
   <translation>कितनी बार</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>If it happens often, check the internet connection.</source>
   <translation>अगर अक्सर हो तो इंटरनेट कनेक्शन देखें।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>If it lasts, tell whoever looks after the server.</source>
   <translation>अगर बना रहे तो सर्वर सँभालने वाले को बताएँ।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>If it never answers, say so in its settings.</source>
   <translation>अगर यह कभी जवाब न दे, तो इसकी सेटिंग में लिख दें।</translation>
  </message>
  <message>
   <location filename="../../app/services/authority.py" />
   <source>In a chain of shops {1} at the server only.</source>
   <translation>दुकानों की शृंखला में यह सिर्फ़ सर्वर पर होता है: {1}।</translation>
  </message>
  <message>
   <location filename="../../app/domain/programme_kinds.py" />
   <source>In a programme of this kind every tier earns and pays alike.</source>
   <translation>इस तरह के कार्यक्रम में हर स्तर एक जैसा कमाता और चुकाता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Install the current version of this program.</source>
   <translation>इस प्रोग्राम का मौजूदा संस्करण लगाएँ।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Install the newer version, then start again.</source>
   <translation>नया संस्करण लगाएँ, फिर शुरू करें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>It asks for a goal that is reached, and its campaign has none.</source>
   <translation>यह लक्ष्य पूरा होने की शर्त रखता है, पर इसके अभियान का कोई लक्ष्य नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>It asks for days or tiers that its campaign has not, so it would never hold.</source>
   <translation>यह ऐसे दिन या स्तर माँगता है जो इसके अभियान में नहीं हैं, इसलिए कभी लागू नहीं होगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>It asks nothing of a member, so it would be everybody.</source>
   <translation>यह सदस्य से कुछ नहीं माँगता, इसलिए इसमें सभी आ जाएँगे।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>It asks something of a bill, and where it applies there is none.</source>
   <translation>यह बिल के बारे में पूछता है, पर जहाँ यह लागू है वहाँ बिल होता ही नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>It brings points: more than 0, and not beyond what can be counted.</source>
   <translation>इससे पॉइंट मिलते हैं: 0 से ज़्यादा, और गिनती की हद के भीतर।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>It chooses from nothing, so it would never hold.</source>
   <translation>चुनने को कुछ नहीं है, इसलिए यह कभी लागू नहीं होगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <location filename="../../app/domain/lint.py" />
   <source>It ends before it begins.</source>
   <translation>यह शुरू होने से पहले ख़त्म होता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>It ends before these rules begin, so it would never hold.</source>
   <translation>यह इन नियमों के शुरू होने से पहले ख़त्म हो जाता है, इसलिए कभी लागू नहीं होगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>It ends before these rules begin, so it would never run.</source>
   <translation>यह इन नियमों के शुरू होने से पहले ख़त्म हो जाता है, इसलिए कभी नहीं चलेगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/reward_flaws.py" />
   <source>It ends before these rules begin, so nobody could have it.</source>
   <translation>यह इन नियमों के शुरू होने से पहले ख़त्म हो जाता है, इसलिए किसी को नहीं मिल सकता।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>It has a field called {1}, which means nothing here.</source>
   <translation>इसमें {1} नाम का खाना है, जिसका यहाँ कोई अर्थ नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>It has at least one amount with points, and none twice.</source>
   <translation>इसमें पॉइंट वाली कम से कम एक रकम होती है, और कोई दो बार नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>It has more than {1} totals.</source>
   <translation>इसमें {1} से ज़्यादा योग हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>It has no rules, so it gives nobody anything.</source>
   <translation>इसका कोई नियम नहीं है, इसलिए किसी को कुछ नहीं मिलेगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>It is never in force again; make another like it.</source>
   <translation>यह फिर कभी लागू नहीं होगा; इसके जैसा दूसरा बनाएँ।</translation>
  </message>
  <message>
   <location filename="../../sync/publishing.py" />
   <source>It is never published twice.</source>
   <translation>यह कभी दो बार प्रकाशित नहीं होता।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>It is no whole JSON document.</source>
   <translation>यह पूरा JSON दस्तावेज़ नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/feeds/folder.py" />
   <source>It is not text in UTF-8.</source>
   <translation>यह UTF-8 में पाठ नहीं है।</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>It is printed again by itself, marked REPRINT; Ctrl+P tries now.</source>
   <translation>वह अपने आप फिर छपेगी, REPRINT लिखकर; Ctrl+P से अभी कोशिश होती है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>It multiplies by 0 or more, and not by 1, which changes nothing.</source>
   <translation>गुणा 0 या उससे ज़्यादा से होता है, और 1 से नहीं, क्योंकि उससे कुछ नहीं बदलता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>It must not be advertised; leave it out of what customers read.</source>
   <translation>इसका प्रचार नहीं कर सकते; ग्राहकों को दिखने वाली बातों में इसे न रखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/cards.py" />
   <source>It was not printed.</source>
   <translation>वह नहीं छपा।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/cards.py" />
   <source>It was not printed; give the member a new one.</source>
   <translation>वह नहीं छपा; सदस्य को नया कार्ड दें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Item</source>
   <translation>वस्तु</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Its amounts end before they begin, so it would never hold.</source>
   <translation>इसकी रकमें शुरू होने से पहले ख़त्म होती हैं, इसलिए यह कभी लागू नहीं होगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <location filename="../../sync/refusal_words.py" />
   <source>Its bills are safe.</source>
   <translation>उसके बिल सुरक्षित हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Its first day is before these rules begin; it holds from then on.</source>
   <translation>इसका पहला दिन इन नियमों के शुरू होने से पहले है; यह तभी से लागू होगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Its first day is before these rules begin; it runs from then on.</source>
   <translation>इसका पहला दिन इन नियमों के शुरू होने से पहले है; यह तभी से चलेगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>Its goal counts from when somebody takes part, and nobody has to take part in it.</source>
   <translation>इसका लक्ष्य भाग लेने के समय से गिना जाता है, पर इसमें किसी को भाग लेना नहीं पड़ता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Its hours end when they begin, so it would never hold.</source>
   <translation>इसका समय शुरू होते ही ख़त्म होता है, इसलिए यह कभी लागू नहीं होगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Its lines</source>
   <translation>इसकी पंक्तियाँ</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Its number was</source>
   <translation>उसका नंबर</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>Its totals are no list.</source>
   <translation>इसके योग सूची नहीं हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>Its totals do not add up to the total it says.</source>
   <translation>इसके योग मिलकर उसके बताए कुल के बराबर नहीं हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Keep it on a disk of this computer, not on a network folder, and start again.</source>
   <translation>उसे नेटवर्क फ़ोल्डर में नहीं, इसी कंप्यूटर की डिस्क पर रखें, और फिर शुरू करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Kept for longer</source>
   <translation>और समय तक रखे गए</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Kept no longer</source>
   <translation>अब उतने समय तक नहीं</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>Let it bring its points once for each member.</source>
   <translation>इसके पॉइंट हर सदस्य को एक ही बार मिलने दें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/liability.py" />
   <source>Liability</source>
   <translation>देनदारी</translation>
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Line {1} is not on that bill.</source>
   <translation>पंक्ति {1} उस बिल पर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>Line {1}: the price cannot be negative or beyond what a bill can hold.</source>
   <translation>पंक्ति {1}: दाम ऋणात्मक या बिल की सीमा से बड़ा नहीं हो सकता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>Line {1}: the quantity has more than three decimals.</source>
   <translation>पंक्ति {1}: मात्रा में तीन से ज़्यादा दशमलव हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>Line {1}: the quantity must be more than 0 and at most {2}.</source>
   <translation>पंक्ति {1}: मात्रा 0 से ज़्यादा और ज़्यादा से ज़्यादा {2} होनी चाहिए।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>Lines</source>
   <translation>पंक्तियाँ</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Load paper.</source>
   <translation>काग़ज़ डालें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/carts.py" />
   <source>Look at the ones that are.</source>
   <translation>जो रुके हैं उन्हें देखें।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Look at the printer's queue.</source>
   <translation>प्रिंटर की क़तार देखें।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Look whether it has paper and is closed.</source>
   <translation>देखें कि उसमें काग़ज़ है और वह बंद है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Make another one now.</source>
   <translation>अभी दूसरा बनाएँ।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Make it ready.</source>
   <translation>उसे तैयार करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Many bills with one card</source>
   <translation>एक कार्ड पर बहुत बिल</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Many redemptions with one card</source>
   <translation>एक कार्ड से बहुत बार पॉइंट लगे</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/people.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Member</source>
   <translation>सदस्य</translation>
  </message>
  <message>
   <location filename="../../printing/cards/press.py" />
   <source>Member saved.</source>
   <translation>सदस्य सहेज लिया गया।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <location filename="../../app/services/reports/people.py" />
   <location filename="../../app/services/reports/points.py" />
   <location filename="../../app/services/reports/sales.py" />
   <source>Members</source>
   <translation>सदस्य</translation>
  </message>
  <message>
   <location filename="../../app/services/tiers/tier_desk.py" />
   <source>Members begin in {1}.</source>
   <translation>सदस्य {1} से शुरू करते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <source>Members now</source>
   <translation>अभी सदस्य</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Members of {1} may still hold it as {2}.</source>
   <translation>{1} के कुछ सदस्यों के पास वह अब भी {2} नाम से हो सकता है।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Mend them in Settings, Printers.</source>
   <translation>सेटिंग, प्रिंटर में ठीक करें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/giving_back.py" />
   <source>Money goes back in cash, by UPI or by card.</source>
   <translation>पैसे नकद, UPI या कार्ड से लौटते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/checkout.py" />
   <source>More than {1} % is taken off this bill.</source>
   <translation>इस बिल पर {1} % से ज़्यादा छूट है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Moved away</source>
   <translation>यहाँ से गए</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Moved here</source>
   <translation>यहाँ आए</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Needs {1} points to redeem; there are {2}.</source>
   <translation>पॉइंट लगाने के लिए {1} चाहिए; {2} हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/adjustments.py" />
   <source>Needs {1} points; {2}.</source>
   <translation>{1} पॉइंट चाहिए; {2}।</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>Neither bills nor what is spent is ever below nothing.</source>
   <translation>न बिल और न ख़र्च कभी शून्य से कम होता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>New members</source>
   <translation>नए सदस्य</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>No backup in {place}: {why}.</source>
   <translation>{place} में बैकअप नहीं हुआ: {why}।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>No backup: nothing may be written to {place}.</source>
   <translation>बैकअप नहीं हुआ: {place} में लिखने की अनुमति नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>No backup: the data file itself could not be read ({why}).</source>
   <translation>बैकअप नहीं हुआ: डेटा फ़ाइल ही पढ़ी नहीं जा सकी ({why})।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>No backup: the folder {place} is not there.</source>
   <translation>बैकअप नहीं हुआ: फ़ोल्डर {place} नहीं मिला।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>No backup: there is too little room in {place}.</source>
   <translation>बैकअप नहीं हुआ: {place} में जगह कम है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>No bill is on hold any more; ring again what was.</source>
   <translation>अब कोई बिल रोका हुआ नहीं है; जो रोका था उसे फिर बनाएँ।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>No bill that it asks for comes to {1}, so it would bring nothing.</source>
   <translation>जिन बिलों पर यह लागू है वे {1} तक पहुँचते ही नहीं, इसलिए इससे कुछ नहीं मिलेगा।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>No camera was found ({why}).</source>
   <translation>कोई कैमरा नहीं मिला ({why})।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <source>No card</source>
   <translation>कार्ड नहीं</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>No member can ever have all that it asks.</source>
   <translation>यह सब एक साथ किसी सदस्य में कभी नहीं हो सकता।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/claims.py" />
   <source>No points were given.</source>
   <translation>कोई पॉइंट नहीं दिए गए।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>No rates are published yet.</source>
   <translation>अभी तक कोई दरें प्रकाशित नहीं हुई हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>No rates wait for their day.</source>
   <translation>कोई दर अपने दिन के इंतज़ार में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/keeping.py" />
   <source>No row of the list can be imported.</source>
   <translation>सूची की कोई पंक्ति नहीं आ सकती।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>No rule of it gives anything for reaching its goal.</source>
   <translation>इसका कोई नियम लक्ष्य पूरा करने पर कुछ नहीं देता।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>No shift is open at this counter.</source>
   <translation>इस काउंटर पर कोई शिफ़्ट खुली नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>No sound copy of the data file could be made, and none was kept.</source>
   <translation>डेटा फ़ाइल की कोई सही प्रति नहीं बन सकी, और कोई रखी नहीं गई।</translation>
  </message>
  <message>
   <location filename="../../app/services/campaigns/drives.py" />
   <source>Nobody has to take part in that campaign: it is for all it is meant for.</source>
   <translation>उस अभियान में किसी को भाग लेना नहीं पड़ता: वह जिनके लिए है, उन सबके लिए है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Nobody pays by {1} here.</source>
   <translation>यहाँ {1} से भुगतान नहीं होता।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/cards.py" />
   <source>Nobody was enrolled.</source>
   <translation>कोई सदस्य नहीं बनाया गया।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>Nobody would be left who looks after staff.</source>
   <translation>कर्मचारियों को सँभालने वाला कोई नहीं बचेगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>None of its days of the week lies between its dates.</source>
   <translation>हफ़्ते का इसका कोई दिन इसकी तारीख़ों के बीच नहीं पड़ता।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Nothing in it was changed.</source>
   <translation>उसमें कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>Nothing is different from what is published.</source>
   <translation>जो प्रकाशित है उससे कुछ भी अलग नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>Nothing is lost: plug it in and press F12, or use the scanner.</source>
   <translation>कुछ नहीं खोया: उसे लगाकर F12 दबाएँ, या स्कैनर लें।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>Nothing is lost: press F12 again, or use the scanner.</source>
   <translation>कुछ नहीं खोया: F12 फिर दबाएँ, या स्कैनर लें।</translation>
  </message>
  <message>
   <location filename="../../sync/trouble.py" />
   <source>Nothing of it was taken in, and bills go on.</source>
   <translation>उसमें से कुछ भी नहीं लिया गया, और बिल चलते रहते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/joining.py" />
   <location filename="../../app/services/staff/staff.py" />
   <source>Nothing was changed here.</source>
   <translation>यहाँ कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../ui/returns/finding.py" />
   <location filename="../../app/domain/pricing.py" />
   <location filename="../../app/domain/programmes.py" />
   <location filename="../../app/domain/referral.py" />
   <location filename="../../app/services/campaigns/drives.py" />
   <location filename="../../app/services/chain/joining.py" />
   <location filename="../../app/services/keeping/backups.py" />
   <location filename="../../app/services/members/adjustments.py" />
   <location filename="../../app/services/members/deeds.py" />
   <location filename="../../app/services/members/editing.py" />
   <location filename="../../app/services/members/edits.py" />
   <location filename="../../app/services/members/members.py" />
   <location filename="../../app/services/members/merging.py" />
   <location filename="../../app/services/members/profiles.py" />
   <location filename="../../app/services/programs/programmes.py" />
   <location filename="../../app/services/programs/publishing.py" />
   <location filename="../../app/services/programs/rates.py" />
   <location filename="../../app/services/sales/claims.py" />
   <location filename="../../app/services/staff/roster.py" />
   <location filename="../../app/services/staff/staff.py" />
   <location filename="../../sync/refusal_words.py" />
   <source>Nothing was changed.</source>
   <translation>कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../app/services/tiers/tier_desk.py" />
   <source>Nothing was changed; call it otherwise, or change what it brings.</source>
   <translation>कुछ नहीं बदला; उसे दूसरा नाम दें, या बदलें कि वह क्या देता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/outside.py" />
   <source>Nothing was changed; check its number.</source>
   <translation>कुछ नहीं बदला; उसका नंबर देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/editing.py" />
   <source>Nothing was changed; choose a later day.</source>
   <translation>कुछ बदला नहीं गया; कोई बाद का दिन चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/programmes.py" />
   <source>Nothing was changed; choose a later last day.</source>
   <translation>कुछ नहीं बदला गया; आख़िरी दिन बाद का चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/checking.py" />
   <source>Nothing was changed; choose one that is shown.</source>
   <translation>कुछ नहीं बदला; जो दिख रहा है उसमें से चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Nothing was changed; choose today or a later one, or suspend it.</source>
   <translation>कुछ भी नहीं बदला; आज का या बाद का दिन चुनें, या इसे रोक दें।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>Nothing was changed; close it first.</source>
   <translation>कुछ नहीं बदला; पहले उसे बंद करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/authority.py" />
   <source>Nothing was changed; do it there.</source>
   <translation>कुछ नहीं बदला; उसे वहाँ करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Nothing was changed; give this one another name.</source>
   <translation>कुछ नहीं बदला; इसे कोई और नाम दें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/checking.py" />
   <source>Nothing was changed; it stands under Settled.</source>
   <translation>कुछ नहीं बदला; यह "निपटे हुए" में है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Nothing was changed; look at it again.</source>
   <translation>कुछ नहीं बदला गया; इसे फिर से देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Nothing was changed; look at the list.</source>
   <translation>कुछ नहीं बदला गया; सूची देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>Nothing was changed; name somebody else first.</source>
   <translation>कुछ नहीं बदला; पहले किसी और को चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Nothing was changed; publish the rates instead.</source>
   <translation>कुछ नहीं बदला गया; इसके बजाय दरें प्रकाशित करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Nothing was changed; publish them first.</source>
   <translation>कुछ नहीं बदला गया; पहले उन्हें प्रकाशित करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Nothing was changed; put it in force.</source>
   <translation>कुछ नहीं बदला गया; इसे लागू करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/rewards.py" />
   <source>Nothing was changed; scan it there.</source>
   <translation>कुछ नहीं बदला; उसे वहाँ स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <source>Nothing was changed; scan the other card again.</source>
   <translation>कुछ नहीं बदला; दूसरा कार्ड फिर स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/outside.py" />
   <source>Nothing was changed; use that card.</source>
   <translation>कुछ नहीं बदला; वही कार्ड लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/editing.py" />
   <source>Nothing was changed; use the member who remains.</source>
   <translation>कुछ नहीं बदला; जो सदस्य बचा है उसे लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/adjustments.py" />
   <location filename="../../app/services/members/card_status.py" />
   <source>Nothing was changed; use the member's new card.</source>
   <translation>कुछ नहीं बदला; सदस्य का नया कार्ड लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Nothing was changed; withdraw them first, or wait until they hold.</source>
   <translation>कुछ नहीं बदला गया; पहले उन्हें वापस लें, या उनके लागू होने तक रुकें।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>Nothing was closed; ask a manager to approve.</source>
   <translation>कुछ बंद नहीं हुआ; मैनेजर से मंज़ूरी लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>Nothing was closed; count it again, please.</source>
   <translation>कुछ बंद नहीं हुआ; कृपया फिर गिनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/outside.py" />
   <source>Nothing was given back; ask for that many.</source>
   <translation>कुछ नहीं लौटाया गया; उतने ही माँगें।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>Nothing was imported.</source>
   <translation>कुछ भी आयात नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/member_list.py" />
   <source>Nothing was imported; a list of members has name and phone, and may have card, points, tier, e-mail and birthday.</source>
   <translation>कुछ भी आयात नहीं हुआ; सदस्यों की सूची में name और phone होते हैं, और card, points, tier, e-mail और birthday हो सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/catalogue/catalogue_list.py" />
   <source>Nothing was imported; a list of products has code, name, category and mrp, and may have hsn, gst, batch, expiry and batch mrp.</source>
   <translation>कुछ भी आयात नहीं हुआ; उत्पादों की सूची में code, name, category और mrp होते हैं, और hsn, gst, batch, expiry और batch mrp हो सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/lists.py" />
   <location filename="../../app/sheets.py" />
   <source>Nothing was imported; import it in parts.</source>
   <translation>कुछ भी आयात नहीं हुआ; इसे टुकड़ों में आयात करें।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>Nothing was imported; remove what lies far from the table, or save it as .csv.</source>
   <translation>कुछ भी आयात नहीं हुआ; तालिका से दूर पड़ी चीज़ें हटाएँ, या इसे .csv में सहेजें।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>Nothing was imported; save it as .csv or .xlsx.</source>
   <translation>कुछ भी आयात नहीं हुआ; इसे .csv या .xlsx में सहेजें।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>Nothing was imported; save it as .csv.</source>
   <translation>कुछ भी आयात नहीं हुआ; इसे .csv में सहेजें।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>Nothing was imported; save it as .xlsx or .csv.</source>
   <translation>कुछ भी आयात नहीं हुआ; इसे .xlsx या .csv में सहेजें।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>Nothing was imported; save it as “CSV UTF-8”, or as .xlsx.</source>
   <translation>कुछ भी आयात नहीं हुआ; इसे “CSV UTF-8” या .xlsx में सहेजें।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/receipts.py" />
   <location filename="../../app/services/papers/returned.py" />
   <location filename="../../app/services/papers/shift_papers.py" />
   <location filename="../../app/services/papers/slips.py" />
   <source>Nothing was printed.</source>
   <translation>कुछ नहीं छपा।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>Nothing was published, and your changes are kept; look at what is different, then publish them over it.</source>
   <translation>कुछ लागू नहीं हुआ, और आपके बदलाव रखे हैं; क्या अलग है देखें, फिर उस पर लागू करें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <location filename="../../app/services/programs/program.py" />
   <location filename="../../app/services/programs/publishing.py" />
   <source>Nothing was published.</source>
   <translation>कुछ लागू नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>Nothing was published; a second person has to approve it.</source>
   <translation>कुछ लागू नहीं हुआ; दूसरे व्यक्ति को मंज़ूर करना होगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/programme_kinds.py" />
   <source>Nothing was published; add one.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; एक जोड़ें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Nothing was published; ask for more.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; ज़्यादा माँगें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/saved_cases.py" />
   <source>Nothing was published; change the rules, or what the case must bring.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; नियम बदलें, या जाँच में जो मिलना चाहिए वह।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/program.py" />
   <source>Nothing was published; choose a later day, or now.</source>
   <translation>कुछ लागू नहीं हुआ; बाद का दिन या अभी चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Nothing was published; give it a later last day.</source>
   <translation>कुछ भी प्रकाशित नहीं हुआ; इसे बाद का आख़िरी दिन दें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Nothing was published; give one another name.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; एक को दूसरा नाम दें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Nothing was published; give {1} another name.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; {1} को दूसरा नाम दें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Nothing was published; have that changed at the server first, or keep the tier as it is called.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; पहले उसे सर्वर पर बदलवाएँ, या स्तर का नाम वही रखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>Nothing was published; it is set at the server.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; यह सर्वर पर तय होता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Nothing was published; leave it as it is.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; उसे वैसा ही रहने दें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/programme_kinds.py" />
   <source>Nothing was published; make what the tiers bring the same, or choose another kind.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; सब स्तरों को एक जैसा करें, या दूसरी तरह चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/programme_kinds.py" />
   <source>Nothing was published; set that rate to 1.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; वह दर 1 करें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Nothing was published; type one from 0 to 100.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; 0 से 100 तक लिखें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Nothing was published; type one like 1.25.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; 1.25 जैसा लिखें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Nothing was published; type one.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; एक नाम लिखें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>Nothing was published; type other days.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; दूसरे दिन लिखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/standing.py" />
   <location filename="../../app/services/programs/publishing.py" />
   <location filename="../../sync/publishing.py" />
   <source>Nothing was published; your draft is kept.</source>
   <translation>कुछ प्रकाशित नहीं हुआ; आपका मसौदा रखा है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/giving_back.py" />
   <location filename="../../app/domain/reversal.py" />
   <location filename="../../app/services/chain/standing.py" />
   <location filename="../../app/services/returns/returns.py" />
   <location filename="../../app/services/returns/unseen_returns.py" />
   <source>Nothing was returned.</source>
   <translation>कुछ वापस नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/returns.py" />
   <source>Nothing was returned; look again and confirm.</source>
   <translation>कुछ वापस नहीं हुआ; फिर देखें और पुष्टि करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/returnable.py" />
   <source>Nothing was returned; return it at counter {1}, or ask the office to.</source>
   <translation>कुछ वापस नहीं हुआ; काउंटर {1} पर वापस करें, या दफ़्तर से कहें।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/returnable.py" />
   <location filename="../../app/services/returns/returns.py" />
   <location filename="../../app/services/returns/unseen_returns.py" />
   <source>Nothing was returned; scan the receipt.</source>
   <translation>कुछ वापस नहीं हुआ; रसीद स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Nothing was returned; use that much or less.</source>
   <translation>कुछ वापस नहीं हुआ; उतना या उससे कम लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>Nothing was saved, and the drawer stays closed.</source>
   <translation>कुछ नहीं सहेजा गया, और दराज़ बंद है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <location filename="../../app/domain/cart.py" />
   <location filename="../../app/domain/cases.py" />
   <location filename="../../app/domain/quote.py" />
   <location filename="../../app/domain/rates.py" />
   <location filename="../../app/domain/rewards.py" />
   <location filename="../../app/domain/shift.py" />
   <location filename="../../app/services/members/members.py" />
   <source>Nothing was saved.</source>
   <translation>कुछ नहीं सहेजा गया।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/contacts.py" />
   <source>Nothing was saved; a birthday looks like 29/2 or 29 Feb.</source>
   <translation>कुछ भी सेव नहीं हुआ; जन्मदिन ऐसे लिखें: 29/2 या 29 Feb।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/checkout.py" />
   <source>Nothing was saved; add the card, or pay without points.</source>
   <translation>कुछ नहीं सहेजा गया; कार्ड लगाएँ, या बिना पॉइंट भुगतान लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/checkout.py" />
   <source>Nothing was saved; ask a manager to approve it, or make the discount smaller.</source>
   <translation>कुछ नहीं सहेजा गया; मैनेजर से मंज़ूरी लें, या छूट कम करें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>Nothing was saved; change the amounts.</source>
   <translation>कुछ नहीं सहेजा गया; रकमें बदलें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/checkout.py" />
   <source>Nothing was saved; check it and pay again.</source>
   <translation>कुछ नहीं सहेजा गया; देखकर फिर भुगतान लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/members.py" />
   <source>Nothing was saved; check its number.</source>
   <translation>कुछ नहीं सहेजा गया; उसका नंबर देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/phones.py" />
   <source>Nothing was saved; check the digits.</source>
   <translation>कुछ नहीं सहेजा गया; अंक देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/card_numbers.py" />
   <source>Nothing was saved; check the new card's number.</source>
   <translation>कुछ नहीं सहेजा गया; नए कार्ड का नंबर देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/checkout.py" />
   <source>Nothing was saved; check the number, or take the payment another way.</source>
   <translation>कुछ नहीं सहेजा गया; नंबर देखें, या भुगतान किसी और तरीक़े से लें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>Nothing was saved; choose another.</source>
   <translation>कुछ सहेजा नहीं गया; कोई और चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/contacts.py" />
   <source>Nothing was saved; it looks like name@example.in.</source>
   <translation>कुछ भी सेव नहीं हुआ; ई-मेल ऐसा होता है: name@example.in।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>Nothing was saved; open one first.</source>
   <translation>कुछ नहीं सहेजा गया; पहले शिफ़्ट खोलें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/shift.py" />
   <source>Nothing was saved; please check the count.</source>
   <translation>कुछ नहीं सहेजा गया; गिनती देखें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/shift.py" />
   <source>Nothing was saved; please check the figure.</source>
   <translation>कुछ नहीं सहेजा गया; अंक देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/bill_vouchers.py" />
   <source>Nothing was saved; scan it again.</source>
   <translation>कुछ नहीं सहेजा गया; उसे फिर स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/card_numbers.py" />
   <source>Nothing was saved; take another card.</source>
   <translation>कुछ नहीं सहेजा गया; दूसरा कार्ड लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/catalogue/catalogue.py" />
   <source>Nothing was saved; take it off the bill.</source>
   <translation>कुछ नहीं सहेजा गया; उसे बिल से हटाएँ।</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>Nothing was saved; take one away.</source>
   <translation>कुछ नहीं सहेजा गया; एक हटा दें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Nothing was saved; the bill stays on the screen.</source>
   <translation>कुछ नहीं सहेजा गया; बिल स्क्रीन पर है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>Nothing was saved; type what stands on it.</source>
   <translation>कुछ नहीं सहेजा गया; जो उस पर लिखा है वही लिखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/members.py" />
   <source>Nothing was saved; use their card instead.</source>
   <translation>कुछ नहीं सहेजा गया; उनका कार्ड लगाएँ।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Nothing was sent; bills are saved on this counter.</source>
   <translation>कुछ नहीं भेजा गया; बिल इस काउंटर पर सुरक्षित हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <location filename="../../app/services/members/adjustments.py" />
   <location filename="../../app/services/rewards/rewards.py" />
   <location filename="../../app/services/sales/arrivals.py" />
   <location filename="../../app/services/sales/outside.py" />
   <location filename="../../app/services/sales/totals.py" />
   <location filename="../../app/feeds/folder.py" />
   <source>Nothing was taken.</source>
   <translation>कुछ नहीं लिया गया।</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Nothing was taken; the bill goes on without points.</source>
   <translation>कुछ नहीं लिया गया; बिल बिना पॉइंट चलता रहेगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Nothing was taken; use fewer points or none.</source>
   <translation>कुछ नहीं लिया गया; कम पॉइंट लगाएँ या कोई नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Nothing was taken; use that many or fewer.</source>
   <translation>कुछ नहीं लिया गया; उतने या कम लगाएँ।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Nothing was written; ask where it was made.</source>
   <translation>कुछ नहीं लिखा गया; जहाँ बना था वहाँ पूछें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Of bills</source>
   <translation>बिलों पर</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>One of its figures asks neither at least nor at most so much.</source>
   <translation>इसके एक आँकड़े में न कम से कम कुछ है, न ज़्यादा से ज़्यादा।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>Only somebody above that role may change this.</source>
   <translation>उस भूमिका से ऊपर का कोई ही इसे बदल सकता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Only the newest 500 are shown.</source>
   <translation>केवल सबसे नए 500 दिखाए गए हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/limit_flaws.py" />
   <source>Only what a bill brings has limits.</source>
   <translation>सीमाएँ सिर्फ़ बिल से मिलने वाले की होती हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Only when a member brings another is there somebody to thank for it.</source>
   <translation>जब कोई सदस्य किसी और को लाए, तभी लाने वाले को पॉइंट मिल सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Only {1} ({2} points) of this bill can be paid by points.</source>
   <translation>इस बिल में सिर्फ़ {1} ({2} पॉइंट) पॉइंट से चुकाए जा सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Only {1} is left to give back there.</source>
   <translation>वहाँ लौटाने को सिर्फ़ {1} बचा है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/giving_back.py" />
   <source>Only {1} of that can come back.</source>
   <translation>उसमें से सिर्फ़ {1} वापस आ सकता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Only {1} points can be used now, not {2}.</source>
   <translation>अभी सिर्फ़ {1} पॉइंट चल सकते हैं, {2} नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/outside.py" />
   <source>Only {1} points stand used against that bill.</source>
   <translation>उस बिल पर सिर्फ़ {1} पॉइंट लगे हैं।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>Open its cover and light the counter, or use the scanner.</source>
   <translation>उसका ढक्कन खोलें और काउंटर पर रोशनी करें, या स्कैनर लें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>Other categories cannot have {1} as their rate.</source>
   <translation>बाकी श्रेणियों की दर {1} नहीं हो सकती।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <source>Owed for them</source>
   <translation>देनदारी</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Paid</source>
   <translation>भुगतान</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>Paid with points</source>
   <translation>पॉइंट से चुकाए</translation>
  </message>
  <message>
   <location filename="../../sync/publishing.py" />
   <source>Pair this counter again.</source>
   <translation>इस काउंटर को फिर से जोड़ें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Person</source>
   <translation>व्यक्ति</translation>
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Please check the amount.</source>
   <translation>रकम देखें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>Please check the amounts.</source>
   <translation>रकमें देखें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/money.py" />
   <location filename="../../app/domain/points.py" />
   <source>Please check the figure.</source>
   <translation>अंक देखें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tax.py" />
   <source>Please check the rate of the item.</source>
   <translation>आइटम की दर देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Plug the disk in, or choose another folder in Settings.</source>
   <translation>डिस्क लगाएँ, या सेटिंग में दूसरा फ़ोल्डर चुनें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/table.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Points</source>
   <translation>पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Points after it</source>
   <translation>इसके बाद पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Points are for every so much money, and that is more than nothing.</source>
   <translation>पॉइंट हर इतनी रकम पर मिलते हैं, और वह शून्य से ज़्यादा होती है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>Points are rounded to 0.01 or more.</source>
   <translation>पॉइंट 0.01 या ज़्यादा तक पूरे होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <location filename="../../app/services/members/adjustments.py" />
   <source>Points are switched off in this shop today.</source>
   <translation>इस दुकान में आज पॉइंट बंद हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>Points are worth more than nothing each, at most 1,000,000, with at most six decimals.</source>
   <translation>हर पॉइंट का मूल्य शून्य से ज़्यादा, अधिकतम 1,000,000, और दशमलव के बाद अधिकतम छह अंक होता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Points by hand</source>
   <translation>हाथ से पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>Points can be used after 0 to 3,650 days.</source>
   <translation>पॉइंट 0 से 3,650 दिनों के बाद चल सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/checkout.py" />
   <source>Points can be used only with a card.</source>
   <translation>पॉइंट सिर्फ़ कार्ड के साथ चलते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>Points cannot pay {1} of a bill.</source>
   <translation>पॉइंट से बिल का {1} नहीं चुकाया जा सकता।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/points.py" />
   <source>Points earned and used</source>
   <translation>मिले और लगे पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <source>Points for it</source>
   <translation>इसके पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Points given by hand</source>
   <translation>हाथ से दिए पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/domain/points.py" />
   <source>Points have at most two decimals.</source>
   <translation>पॉइंट में ज़्यादा से ज़्यादा दो दशमलव होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/outside.py" />
   <source>Points have been used against bill {1} already.</source>
   <translation>बिल {1} पर पॉइंट लग चुके हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/quote.py" />
   <source>Points have paid more than this bill comes to.</source>
   <translation>पॉइंट ने इस बिल से ज़्यादा चुकाया है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/liability.py" />
   <source>Points held</source>
   <translation>सदस्यों के पास पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>Points last for 1 to 3,650 days or months, or to the end of one of so many months or years.</source>
   <translation>पॉइंट 1 से 3,650 दिन या महीने चलते हैं, या उतने महीनों या सालों में से एक के अंत तक।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Points moved</source>
   <translation>पॉइंट की आवाजाही</translation>
  </message>
  <message>
   <location filename="../../app/domain/programmes.py" />
   <source>Points need a word for one and a word for many, of at most {1} letters.</source>
   <translation>पॉइंट के लिए एक का और कई का शब्द चाहिए, अधिकतम {1} अक्षरों का।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <source>Points paid</source>
   <translation>चुकाए पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>Points pay in steps of 0.01 or more.</source>
   <translation>पॉइंट 0.01 या ज़्यादा के क़दमों में चुकाते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>Points that came back last for 0 to 3,650 days more.</source>
   <translation>लौटे पॉइंट 0 से 3,650 दिन और चलते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <source>Points they have</source>
   <translation>उनके पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/outside.py" />
   <source>Points to use are more than 0.</source>
   <translation>लगाने के पॉइंट 0 से ज़्यादा होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Points to use cannot be negative.</source>
   <translation>लगाने के पॉइंट शून्य से कम नहीं हो सकते।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>Points used</source>
   <translation>लगे पॉइंट</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Points used on the first day</source>
   <translation>पहले ही दिन पॉइंट का उपयोग</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Priced by rules version</source>
   <translation>नियमों का संस्करण</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" does not answer when it is asked how it is.</source>
   <translation>प्रिंटर "{name}" हाल पूछने पर जवाब नहीं देता।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" is not ready ({why}).</source>
   <translation>प्रिंटर "{name}" तैयार नहीं है ({why})।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" is out of paper.</source>
   <translation>प्रिंटर "{name}" में काग़ज़ नहीं है।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" reports a fault ({why}).</source>
   <translation>प्रिंटर "{name}" गड़बड़ बताता है ({why})।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" stopped taking data ({why}).</source>
   <translation>प्रिंटर "{name}" ने डेटा लेना बंद कर दिया ({why})।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" was not found ({why}).</source>
   <translation>प्रिंटर "{name}" नहीं मिला ({why})।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" went away in the middle of printing ({why}).</source>
   <translation>प्रिंटर "{name}" छपाई के बीच चला गया ({why})।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Private data looked at</source>
   <translation>निजी जानकारी देखी</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Put another programme in force first.</source>
   <translation>पहले कोई दूसरा कार्यक्रम लागू करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Put the key file that belongs to it beside the data file first.</source>
   <translation>पहले उसकी चाबी वाली फ़ाइल डेटा फ़ाइल के पास रखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Put the right file back, or restore the last backup.</source>
   <translation>सही फ़ाइल वापस रखें, या आख़िरी बैकअप लौटाएँ।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/program.py" />
   <source>Rates cannot begin in the past.</source>
   <translation>दरें बीते समय से शुरू नहीं हो सकतीं।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Rates wait for their day.</source>
   <translation>कुछ दरें अपने दिन का इंतज़ार कर रही हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <source>Reason</source>
   <translation>कारण</translation>
  </message>
  <message>
   <location filename="../../app/domain/shift.py" />
   <source>Reasons and notes are one line of at most {1} letters.</source>
   <translation>कारण और टिप्पणी एक पंक्ति की होती है, ज़्यादा से ज़्यादा {1} अक्षर।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Receipt</source>
   <translation>रसीद</translation>
  </message>
  <message>
   <location filename="../../printing/photos.py" />
   <source>Receipts are printed without it.</source>
   <translation>रसीदें उसके बिना छपती हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>Redemption rate</source>
   <translation>पॉइंट लगने की दर</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <source>Referral effect</source>
   <translation>परिचय का असर</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Restore the last backup, or call for help.</source>
   <translation>आख़िरी बैकअप लौटाएँ, या मदद बुलाएँ।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/points.py" />
   <source>Restored</source>
   <translation>वापस मिले</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Return</source>
   <translation>वापसी</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/returned.py" />
   <source>Return {1} is not in our list.</source>
   <translation>वापसी {1} हमारी सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Returned within the hour after points were used</source>
   <translation>पॉइंट के उपयोग के एक घंटे में वापसी</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Returns</source>
   <translation>वापसियाँ</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/given.py" />
   <source>Reward</source>
   <translation>इनाम</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>Reward {1}: {2}.</source>
   <translation>इनाम {1}: {2}।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <source>Rewards and vouchers</source>
   <translation>इनाम और वाउचर</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Rule</source>
   <translation>नियम</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>Rule order begins with the first.</source>
   <translation>क्रम में पहला नियम पहले बोलता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>Rule order gives {1} %.</source>
   <translation>नियमों के क्रम से {1} % मिलता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Rule {1} brings nothing: {2}</source>
   <translation>नियम {1} से कुछ नहीं मिलता: {2}</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Rule {1} gives a voucher: {2}</source>
   <translation>नियम {1} वाउचर देता है: {2}</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Rule {1} lifts to {2}</source>
   <translation>नियम {1} से स्तर {2} मिलता है</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Rule {1} lifts to {2} for one day</source>
   <translation>नियम {1} से एक दिन के लिए स्तर {2} मिलता है</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Rule {1} lifts to {2} for {3} days</source>
   <translation>नियम {1} से {3} दिनों के लिए स्तर {2} मिलता है</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Rule {1}{2}: + {3}{4}</source>
   <translation>नियम {1}{2}: + {3}{4}</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Rules published</source>
   <translation>नियम लागू किए</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/table.py" />
   <source>Sales</source>
   <translation>बिक्री</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>Sales and members by day</source>
   <translation>दिन के अनुसार बिक्री और सदस्य</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>Say in the note what you know of it; nothing was closed.</source>
   <translation>टिप्पणी में लिखें कि आप क्या जानते हैं; कुछ बंद नहीं हुआ।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/unseen_returns.py" />
   <location filename="../../app/services/shifts/shifts.py" />
   <source>Say why, in a few words.</source>
   <translation>थोड़े शब्दों में कारण लिखें।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>See the message about the data file.</source>
   <translation>डेटा फ़ाइल वाला संदेश देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Selling goes on.</source>
   <translation>बिक्री चलती रहती है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Selling goes on; it is tried again by itself.</source>
   <translation>बिक्री चलती रहती है; अपने आप फिर कोशिश होगी।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Sent</source>
   <translation>भेजा</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/table.py" />
   <source>Share of sales</source>
   <translation>बिक्री का हिस्सा</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Sign in to this network in a browser, or check the server's address.</source>
   <translation>ब्राउज़र में इस नेटवर्क में साइन इन करें, या सर्वर का पता देखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/claims.py" />
   <source>Some of bill {1} has come back.</source>
   <translation>बिल {1} में से कुछ वापस आ चुका है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>Somebody has changed this programme meanwhile.</source>
   <translation>इस बीच किसी ने यह कार्यक्रम बदल दिया है।</translation>
  </message>
  <message>
   <location filename="../../sync/reply.py" />
   <source>Something before the server lets nothing through that is as large as what this counter has to send.</source>
   <translation>सर्वर से पहले कोई चीज़ उतना बड़ा कुछ नहीं जाने देती जितना इस काउंटर को भेजना है।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Something else answered in the server's place.</source>
   <translation>सर्वर की जगह किसी और ने जवाब दिया।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/returns.py" />
   <source>Something has changed since this was shown: now {1} goes back.</source>
   <translation>दिखाए जाने के बाद कुछ बदला है: अब {1} वापस जाएगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Something that needed a check</source>
   <translation>जाँच का मामला</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <location filename="../../app/services/reports/watching.py" />
   <source>Staff</source>
   <translation>कर्मचारी</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Staff and products that were changed since have to be changed again.</source>
   <translation>उसके बाद बदले गए कर्मचारी और उत्पाद फिर से बदलने होंगे।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>State</source>
   <translation>हालत</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <source>Still good</source>
   <translation>अभी मान्य</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>Stop selling on this computer and call for help.</source>
   <translation>इस कंप्यूटर पर बिक्री रोकें और मदद बुलाएँ।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Sum of the bill</source>
   <translation>बिल का योग</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Switch it off and on.</source>
   <translation>उसे बंद करके चालू करें।</translation>
  </message>
  <message>
   <location filename="../../sync/trouble.py" />
   <source>Sync has a fault of its own.</source>
   <translation>सिंक में अपनी ही एक ख़राबी है।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>Take a new one.</source>
   <translation>नया लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/points.py" />
   <source>Taken back</source>
   <translation>वापस लिए</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Taken by hand</source>
   <translation>हाथ से लिए</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <source>Taken off</source>
   <translation>कम हुई रकम</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Taken off or given back</source>
   <translation>छूट या वापसी</translation>
  </message>
  <message>
   <location filename="../../sync/trouble.py" />
   <source>Tell whoever looks after the program.</source>
   <translation>प्रोग्राम की देखभाल करने वाले को बताइए।</translation>
  </message>
  <message>
   <location filename="../../sync/reply.py" />
   <location filename="../../sync/status.py" />
   <source>Tell whoever looks after the server.</source>
   <translation>सर्वर सँभालने वाले को बताएँ।</translation>
  </message>
  <message>
   <location filename="../../sync/trouble.py" />
   <source>Tell whoever looks after the server; to join another one, pair this counter again.</source>
   <translation>सर्वर की देखभाल करने वाले को बताइए; किसी दूसरे सर्वर से जुड़ने के लिए इस काउंटर को फिर से जोड़िए।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/machine.py" />
   <source>Test page printed: {1}.</source>
   <translation>जाँच पन्ना छप गया: {1}।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/machine.py" />
   <source>Test page sent to {1}; this printer cannot say whether it printed, so look at the paper.</source>
   <translation>जाँच पन्ना {1} को भेजा गया; यह प्रिंटर बता नहीं सकता कि छपा या नहीं, इसलिए काग़ज़ देखें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/shift.py" />
   <source>That amount cannot be in a drawer.</source>
   <translation>दराज़ में इतनी रकम नहीं हो सकती।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/outside.py" />
   <source>That bill has earned its points already.</source>
   <translation>उस बिल के पॉइंट मिल चुके हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/carts.py" />
   <source>That bill is no longer on hold.</source>
   <translation>वह बिल अब रुका नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/receipts.py" />
   <location filename="../../app/services/returns/returns.py" />
   <location filename="../../app/services/sales/claims.py" />
   <location filename="../../app/services/sales/outside.py" />
   <source>That bill is not in our list.</source>
   <translation>वह बिल हमारी सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>That bill was not made at this counter.</source>
   <translation>वह बिल इस काउंटर पर नहीं बना था।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/outside.py" />
   <source>That bill was paid with points of another card.</source>
   <translation>वह बिल दूसरे कार्ड के पॉइंट से चुकाया गया था।</translation>
  </message>
  <message>
   <location filename="../../app/services/campaigns/drives.py" />
   <source>That campaign has not begun.</source>
   <translation>वह अभियान शुरू नहीं हुआ है।</translation>
  </message>
  <message>
   <location filename="../../app/services/campaigns/drives.py" />
   <source>That campaign is for members of other tiers.</source>
   <translation>वह अभियान दूसरे स्तरों के सदस्यों के लिए है।</translation>
  </message>
  <message>
   <location filename="../../app/services/campaigns/drives.py" />
   <source>That campaign is for other members.</source>
   <translation>वह अभियान दूसरे सदस्यों के लिए है।</translation>
  </message>
  <message>
   <location filename="../../app/services/campaigns/drives.py" />
   <source>That campaign is over.</source>
   <translation>वह अभियान ख़त्म हो चुका है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/card_numbers.py" />
   <source>That card is already somebody's.</source>
   <translation>वह कार्ड पहले से किसी का है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/merging.py" />
   <source>That card is not active.</source>
   <translation>वह कार्ड चालू नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/visitors.py" />
   <source>That card is not in our list.</source>
   <translation>वह कार्ड हमारी सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/card_status.py" />
   <source>That card was replaced.</source>
   <translation>वह कार्ड बदला जा चुका है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>That is far too long to be the totals of a bill.</source>
   <translation>बिल के योग होने के लिए यह बहुत लंबा है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/points.py" />
   <source>That is more points than any card can hold.</source>
   <translation>इतने पॉइंट किसी कार्ड पर नहीं रह सकते।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>That is no staff card of this counter.</source>
   <translation>वह इस काउंटर का कर्मचारी कार्ड नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>That is no staff card: one has twenty digits.</source>
   <translation>वह कर्मचारी कार्ड नहीं है: उसमें बीस अंक होते हैं।</translation>
  </message>
  <message>
   <location filename="../../ui/members/forms.py" />
   <location filename="../../app/services/members/card_numbers.py" />
   <source>That is not a card number.</source>
   <translation>वह कार्ड नंबर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/contacts.py" />
   <source>That is not a day and a month.</source>
   <translation>यह कोई दिन और महीना नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/phones.py" />
   <source>That is not a phone number.</source>
   <translation>वह फ़ोन नंबर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/contacts.py" />
   <source>That is not an e-mail address.</source>
   <translation>यह ई-मेल पता नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/checking.py" />
   <source>That is not one of the choices.</source>
   <translation>वह विकल्पों में से नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/deeds.py" />
   <source>That is not told from outside.</source>
   <translation>यह बाहर से नहीं बताया जाता।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/arrivals.py" />
   <source>That key came before with another amount.</source>
   <translation>यह कुंजी पहले दूसरी राशि के साथ आई थी।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>That last day is past.</source>
   <translation>वह आख़िरी दिन बीत चुका है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/giving_back.py" />
   <source>That line is not on the bill.</source>
   <translation>वह पंक्ति बिल पर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/editing.py" />
   <location filename="../../app/services/members/profiles.py" />
   <location filename="../../app/services/papers/slips.py" />
   <source>That member is not in our list.</source>
   <translation>वह सदस्य हमारी सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/editing.py" />
   <source>That member was merged into another.</source>
   <translation>वह सदस्य दूसरे में मिला दिया गया था।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/printers.py" />
   <source>That paper is not known.</source>
   <translation>वह काग़ज़ पहचाना नहीं गया।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/roster.py" />
   <source>That person is not on this counter's list.</source>
   <translation>वह व्यक्ति इस काउंटर की सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/members.py" />
   <source>That phone number is already {1}'s.</source>
   <translation>वह फ़ोन नंबर पहले से {1} का है।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/returned.py" />
   <source>That return is not in our list.</source>
   <translation>वह वापसी हमारी सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/rewards.py" />
   <source>That reward is not in the catalogue any more.</source>
   <translation>वह इनाम अब सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/shift_papers.py" />
   <source>That shift has no report here.</source>
   <translation>उस शिफ़्ट की रिपोर्ट यहाँ नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>That staff card is somebody else's.</source>
   <translation>वह कर्मचारी कार्ड किसी और का है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>That store is closed.</source>
   <translation>वह दुकान बंद है।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>That voucher is not in our list.</source>
   <translation>वह वाउचर हमारी सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/referral.py" />
   <source>That would make a circle of referrals.</source>
   <translation>इससे सिफ़ारिशों का घेरा बन जाएगा।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>The USB scanner works.</source>
   <translation>USB स्कैनर काम करता है।</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>The X report</source>
   <translation>X रिपोर्ट</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>The Z report</source>
   <translation>Z रिपोर्ट</translation>
  </message>
  <message>
   <location filename="../../app/domain/money.py" />
   <source>The amount is too large to be a bill.</source>
   <translation>बिल के लिए यह रकम बहुत बड़ी है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>The backup {1} was put back.</source>
   <translation>बैकअप {1} वापस लगा दिया गया।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>The backup {place} cannot be used: it is damaged.</source>
   <translation>बैकअप {place} काम का नहीं है: वह ख़राब है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>The backup {place} is not of this counter, or does not open with its key.</source>
   <translation>बैकअप {place} इस काउंटर का नहीं है, या उसकी चाबी से नहीं खुलता।</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>The balance slip</source>
   <translation>शेष की पर्ची</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>The bill</source>
   <translation>बिल</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>The bill goes on without them.</source>
   <translation>बिल उनके बिना चलता रहेगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/checkout.py" />
   <source>The bill has changed since it was shown: now {1} to pay with {2} points.</source>
   <translation>दिखाए जाने के बाद बिल बदला है: अब {2} पॉइंट के साथ {1} देय है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>The bill is as it was, and the voucher is still good.</source>
   <translation>बिल जैसा था वैसा ही है, और वाउचर अब भी मान्य है।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/bill_vouchers.py" />
   <source>The bill is as it was, and the voucher is still good; scan its member's card.</source>
   <translation>बिल जैसा था वैसा ही है, और वाउचर अब भी मान्य है; उसके सदस्य का कार्ड स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>The bill is as it was, and the voucher is still good; try again when there is a line, or use it where it was given out.</source>
   <translation>बिल जैसा था वैसा ही है, और वाउचर अब भी मान्य है; लाइन आने पर फिर कोशिश करें, या जहाँ दिया गया था वहीं उपयोग करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>The bill is as it was; check the code, or take the payment without it.</source>
   <translation>बिल जैसा था वैसा ही है; कोड जाँचें, या उसके बिना भुगतान लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>The bill is as it was; its points go back to the member.</source>
   <translation>बिल जैसा था वैसा ही है; उसके पॉइंट सदस्य को लौट जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>The bill is as it was; take the payment without it.</source>
   <translation>बिल जैसा था वैसा ही है; उसके बिना भुगतान लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/standing.py" />
   <source>The bill is as it was; try again when there is a line.</source>
   <translation>बिल जैसा था वैसा ही है; लाइन आने पर फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>The bill is kept; open one with what is in the drawer, and pay again.</source>
   <translation>बिल रखा है; दराज़ में जो है वह लिखकर शिफ़्ट खोलें, और फिर भुगतान लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/sale.py" />
   <source>The bill is kept; remove the card to go on without it.</source>
   <translation>बिल रखा है; आगे बढ़ने के लिए कार्ड हटाएँ।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The bills in the file are safe but cannot be read.</source>
   <translation>फ़ाइल के बिल सुरक्षित हैं पर पढ़े नहीं जा सकते।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>The camera sees only black.</source>
   <translation>कैमरे को सिर्फ़ काला दिखता है।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>The camera stopped unexpectedly.</source>
   <translation>कैमरा अचानक रुक गया।</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>The camera was unplugged.</source>
   <translation>कैमरा निकाल दिया गया।</translation>
  </message>
  <message>
   <location filename="../../printing/cards/press.py" />
   <source>The card then follows by itself; F3 and P tries now.</source>
   <translation>इसके बाद कार्ड अपने आप छपेगा; F3 और P से अभी कोशिश होती है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The code ran out.</source>
   <translation>कोड का समय निकल गया।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The cover of printer "{name}" is open.</source>
   <translation>प्रिंटर "{name}" का ढक्कन खुला है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file could not be opened in its safe mode.</source>
   <translation>डेटा फ़ाइल सुरक्षित ढंग से नहीं खुल सकी।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file could not be read or written.</source>
   <translation>डेटा फ़ाइल पढ़ी या लिखी नहीं जा सकी।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The data file could not be used ({why}).</source>
   <translation>डेटा फ़ाइल काम में नहीं ली जा सकी ({why})।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file does not open with this counter's key: it is another counter's, or its first page is damaged.</source>
   <translation>डेटा फ़ाइल इस काउंटर की चाबी से नहीं खुलती: वह दूसरे काउंटर की है, या उसका पहला पन्ना ख़राब है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>The data file from before is kept as {1}.</source>
   <translation>पहले वाली डेटा फ़ाइल {1} नाम से रखी है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file has a problem.</source>
   <translation>डेटा फ़ाइल में गड़बड़ है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file is busy with other work.</source>
   <translation>डेटा फ़ाइल दूसरे काम में लगी है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file itself is safe.</source>
   <translation>डेटा फ़ाइल ख़ुद सुरक्षित है।</translation>
  </message>
  <message>
   <location filename="../../app/persistence/home.py" />
   <source>The data file lost its last entries (an old copy, or a disk that lied).</source>
   <translation>डेटा फ़ाइल की आख़िरी प्रविष्टियाँ खो गईं (पुरानी प्रति, या डिस्क ने ग़लत बताया)।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file may only be read here, not written.</source>
   <translation>डेटा फ़ाइल यहाँ सिर्फ़ पढ़ी जा सकती है, लिखी नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file was made by a newer version of this program.</source>
   <translation>डेटा फ़ाइल इस प्रोग्राम के नए संस्करण की बनी है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file was not made by this program.</source>
   <translation>डेटा फ़ाइल इस प्रोग्राम की बनी नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The data file was not opened.</source>
   <translation>डेटा फ़ाइल नहीं खोली गई।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The database library on this computer cannot encrypt.</source>
   <translation>इस कंप्यूटर की डेटाबेस लाइब्रेरी ताला नहीं लगा सकती।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The database library on this computer has a known fault that can damage data.</source>
   <translation>इस कंप्यूटर की डेटाबेस लाइब्रेरी में एक ज्ञात दोष है जो डेटा बिगाड़ सकता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>The days of a goal are counted from 1 to {1}.</source>
   <translation>लक्ष्य के दिन 1 से {1} तक गिने जाते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>The discount is larger than the {1}.</source>
   <translation>छूट {1} से बड़ी है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The disk is full.</source>
   <translation>डिस्क भर गई है।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>The drawer is further off than a cashier may close alone.</source>
   <translation>दराज़ का अंतर उससे बड़ा है जितने पर कैशियर अकेले बंद कर सकता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/shifts/shifts.py" />
   <source>The drawer is not what it should be.</source>
   <translation>दराज़ में उतना नहीं है जितना होना चाहिए।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The file could not be written ({why}).</source>
   <translation>फ़ाइल लिखी नहीं जा सकी ({why})।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>The first PIN here is a manager's or an owner's.</source>
   <translation>यहाँ पहला PIN किसी मैनेजर या मालिक का होता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/period.py" />
   <source>The first day is after the last.</source>
   <translation>पहला दिन आख़िरी दिन के बाद है।</translation>
  </message>
  <message>
   <location filename="../../app/services/lists.py" />
   <source>The first row has no column called {1}.</source>
   <translation>पहली पंक्ति में {1} नाम का कोई स्तंभ नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/members.py" />
   <source>The friend's card is not in our list.</source>
   <translation>मित्र का कार्ड हमारी सूची में नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The key to the data file is not on this computer.</source>
   <translation>डेटा फ़ाइल की चाबी इस कंप्यूटर पर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>The least bill is an amount of money, from nothing on.</source>
   <translation>सबसे छोटा बिल एक रक़म है, शून्य से शुरू।</translation>
  </message>
  <message>
   <location filename="../../sync/publishing.py" />
   <source>The line broke before the server's answer was here, so it may have been published or not.</source>
   <translation>सर्वर का जवाब आने से पहले लाइन टूट गई, इसलिए यह प्रकाशित हुआ भी हो सकता है और नहीं भी।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The line broke before the whole answer was here.</source>
   <translation>पूरा जवाब आने से पहले लाइन टूट गई।</translation>
  </message>
  <message>
   <location filename="../../sync/status.py" />
   <source>The line is up, yet bills have waited for five minutes.</source>
   <translation>लाइन चालू है, फिर भी बिल पाँच मिनट से रुके हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/lists.py" />
   <source>The list has more than {1} rows.</source>
   <translation>सूची में {1} से ज़्यादा पंक्तियाँ हैं।</translation>
  </message>
  <message>
   <location filename="../../printing/cards/template_file.py" />
   <source>The logo {1} is missing or no picture, so cards are printed without it.</source>
   <translation>लोगो {1} नहीं मिला या चित्र नहीं है, इसलिए कार्ड उसके बिना छपते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/joining.py" />
   <source>The manager approved this counter as {1}, and it is {2}.</source>
   <translation>मैनेजर ने इस काउंटर को {1} के रूप में मंज़ूर किया, और यह {2} है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/editing.py" />
   <source>The member is {1} already.</source>
   <translation>सदस्य पहले से {1} है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>The name of a segment has no comma: rules name several one beside another.</source>
   <translation>समूह के नाम में अल्पविराम नहीं होता: नियम कई नाम साथ-साथ लिखते हैं।</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>The paper of the return</source>
   <translation>वापसी की पर्ची</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/cards.py" />
   <source>The phone is missing.</source>
   <translation>फ़ोन नंबर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/cards.py" />
   <source>The phone is {1}'s, whose card is {2}, not a mistyped number.</source>
   <translation>फ़ोन {1} का है, जिनका कार्ड {2} है, ग़लत लिखा नंबर नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>The points a card needs first are a number from 0 on.</source>
   <translation>कार्ड पर पहले ज़रूरी पॉइंट 0 या उससे ऊपर की संख्या है।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The print queue "{name}" did not print it ({why}).</source>
   <translation>छपाई क़तार "{name}" ने उसे नहीं छापा ({why})।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The printers' settings cannot be used ({why}).</source>
   <translation>प्रिंटरों की सेटिंग काम में नहीं ली जा सकती ({why})।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>The program is already open on this computer.</source>
   <translation>प्रोग्राम इस कंप्यूटर पर पहले से खुला है।</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>The receipt then follows; Ctrl+P tries now.</source>
   <translation>इसके बाद रसीद छपेगी; Ctrl+P से अभी कोशिश होती है।</translation>
  </message>
  <message>
   <location filename="../../app/persistence/home.py" />
   <source>The rest is sound: sell on, and check the last receipts.</source>
   <translation>बाक़ी सब ठीक है: बिक्री जारी रखें और आख़िरी रसीदें मिला लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>The same person uses points of the same card</source>
   <translation>एक ही व्यक्ति एक ही कार्ड के पॉइंट बार-बार लेता है</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/standing.py" />
   <source>The server cannot be asked for {1} now.</source>
   <translation>सर्वर से अभी {1} के लिए नहीं पूछा जा सकता।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The server cannot be reached.</source>
   <translation>सर्वर तक पहुँचा नहीं जा सका।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>The server cannot read these rules: it is of another version than this counter.</source>
   <translation>सर्वर ये नियम पढ़ नहीं सकता: उसका संस्करण इस काउंटर से अलग है।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The server could not prove that it is ours.</source>
   <translation>सर्वर साबित नहीं कर सका कि वह हमारा है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The server did not let this counter in.</source>
   <translation>सर्वर ने इस काउंटर को अंदर नहीं आने दिया।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The server does not know this counter.</source>
   <translation>सर्वर इस काउंटर को नहीं जानता।</translation>
  </message>
  <message>
   <location filename="../../sync/publishing.py" />
   <source>The server does not let this counter in.</source>
   <translation>सर्वर इस काउंटर को आने नहीं देता।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The server does not take as much at once.</source>
   <translation>सर्वर एक बार में इतना नहीं लेता।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The server does not take this counter's key.</source>
   <translation>सर्वर इस काउंटर की कुंजी नहीं मानता।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The server does not take this counter's signature.</source>
   <translation>सर्वर इस काउंटर के हस्ताक्षर नहीं मानता।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The server has a fault of its own.</source>
   <translation>सर्वर में अपनी गड़बड़ है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The server has a fault.</source>
   <translation>सर्वर में ख़राबी है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The server has much to do.</source>
   <translation>सर्वर के पास अभी बहुत काम है।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The server is busy.</source>
   <translation>सर्वर व्यस्त है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The server is putting together what this counter needs to begin.</source>
   <translation>इस काउंटर को शुरू करने के लिए जो चाहिए, सर्वर उसे तैयार कर रहा है।</translation>
  </message>
  <message>
   <location filename="../../sync/publishing.py" />
   <source>The server is too old to publish for a counter.</source>
   <translation>सर्वर का प्रोग्राम इतना पुराना है कि वह काउंटर के लिए प्रकाशित नहीं कर सकता।</translation>
  </message>
  <message>
   <location filename="../../sync/far_bills.py" />
   <source>The server knows no bill {1}.</source>
   <translation>सर्वर को बिल {1} का पता नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>The server knows nobody of that name at this store.</source>
   <translation>सर्वर इस दुकान में इस नाम के किसी व्यक्ति को नहीं जानता।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>The server was asked too often.</source>
   <translation>सर्वर से बहुत बार पूछा गया।</translation>
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>The server's address must begin with https://, and {1} does not.</source>
   <translation>सर्वर का पता https:// से शुरू होना चाहिए, और {1} नहीं होता।</translation>
  </message>
  <message>
   <location filename="../../sync/trouble.py" />
   <source>The server's answer could not be read here.</source>
   <translation>सर्वर का जवाब यहाँ पढ़ा नहीं जा सका।</translation>
  </message>
  <message>
   <location filename="../../printing/photos.py" />
   <source>The shop's logo {name} cannot be read ({why}).</source>
   <translation>दुकान का लोगो {name} पढ़ा नहीं जा सका ({why})।</translation>
  </message>
  <message>
   <location filename="../../printing/photos.py" />
   <source>The shop's logo {name} is larger than 4 MB.</source>
   <translation>दुकान का लोगो {name} 4 MB से बड़ा है।</translation>
  </message>
  <message>
   <location filename="../../printing/photos.py" />
   <source>The shop's logo {name} is no PNG or JPEG.</source>
   <translation>दुकान का लोगो {name} PNG या JPEG नहीं है।</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>The statement</source>
   <translation>स्टेटमेंट</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>The voucher</source>
   <translation>वाउचर</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/bill_vouchers.py" />
   <source>The voucher is not what was shown.</source>
   <translation>वाउचर वह नहीं है जो दिखाया गया था।</translation>
  </message>
  <message>
   <location filename="../../app/domain/shift.py" />
   <source>There are 0 to {1} notes of a kind.</source>
   <translation>एक तरह के 0 से {1} नोट होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>There are 1 to {1} tiers.</source>
   <translation>स्तर 1 से {1} तक होते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>There are at most {1} segments.</source>
   <translation>ज़्यादा से ज़्यादा {1} समूह हो सकते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>There are two campaigns of this name.</source>
   <translation>इस नाम के दो अभियान हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>There are two rules of this name.</source>
   <translation>इस नाम के दो नियम हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>There are two segments of this name.</source>
   <translation>इस नाम के दो समूह हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>There are two tiers called {1}.</source>
   <translation>{1} नाम के दो स्तर हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>There are {1} programmes already.</source>
   <translation>पहले से {1} कार्यक्रम हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/printers.py" />
   <source>There is a printer called {1} already.</source>
   <translation>{1} नाम का प्रिंटर पहले से है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <source>There is no campaign {1}.</source>
   <translation>{1} नाम का कोई अभियान नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>There is no category called {1} here.</source>
   <translation>यहाँ {1} नाम की कोई श्रेणी नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <location filename="../../app/domain/reward_flaws.py" />
   <source>There is no category {1}.</source>
   <translation>{1} नाम की कोई श्रेणी नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/standing.py" />
   <source>There is no line to the server.</source>
   <translation>सर्वर तक लाइन नहीं है।</translation>
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>There is no printer called "{name}".</source>
   <translation>"{name}" नाम का कोई प्रिंटर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/catalogue.py" />
   <source>There is no report {1}.</source>
   <translation>{1} नाम की कोई रिपोर्ट नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/award_flaws.py" />
   <source>There is no reward {1}.</source>
   <translation>{1} नाम का कोई इनाम नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/drive_flaws.py" />
   <location filename="../../app/domain/lint.py" />
   <source>There is no segment {1}.</source>
   <translation>{1} नाम का कोई समूह नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <location filename="../../app/domain/segment_flaws.py" />
   <source>There is no store {1}.</source>
   <translation>{1} नाम की कोई दुकान नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/campaigns/drives.py" />
   <source>There is no such campaign.</source>
   <translation>ऐसा कोई अभियान नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>There is no such programme.</source>
   <translation>ऐसा कोई कार्यक्रम नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/rates.py" />
   <source>There is no such version of the rates.</source>
   <translation>दरों का ऐसा कोई संस्करण नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/adjustments.py" />
   <location filename="../../app/services/members/editing.py" />
   <location filename="../../app/services/members/members.py" />
   <source>There is no tier called {1}.</source>
   <translation>{1} नाम का कोई स्तर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/award_flaws.py" />
   <location filename="../../app/domain/cases.py" />
   <location filename="../../app/domain/drive_flaws.py" />
   <location filename="../../app/domain/lint.py" />
   <location filename="../../app/domain/segment_flaws.py" />
   <source>There is no tier {1}.</source>
   <translation>{1} नाम का कोई स्तर नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>There is no total in it.</source>
   <translation>इसमें कोई योग नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/award_flaws.py" />
   <source>There is none of {1} to give.</source>
   <translation>देने को {1} एक भी नहीं है।</translation>
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>There is nothing to do: the counter waits and tries again.</source>
   <translation>कुछ करना नहीं है: काउंटर इंतज़ार करके फिर कोशिश करता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/catalogue.py" />
   <source>These are this counter's own bills; the whole chain's are at the server.</source>
   <translation>ये इसी काउंटर के बिल हैं; पूरी शृंखला के सर्वर पर हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>These rules are in force.</source>
   <translation>ये नियम लागू हैं।</translation>
  </message>
  <message>
   <location filename="../../sync/status.py" />
   <source>They are safe here.</source>
   <translation>वे यहाँ सुरक्षित हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>This bill is larger than a bill can be.</source>
   <translation>यह बिल जितना हो सकता है उससे बड़ा है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/sale.py" />
   <source>This card is missing, so it cannot be used.</source>
   <translation>यह कार्ड नहीं मिला, इसलिए नहीं चल सकता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>This card is not active, so its points cannot be used.</source>
   <translation>यह कार्ड चालू नहीं है, इसलिए इसके पॉइंट नहीं चल सकते।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/adjustments.py" />
   <source>This card is not active.</source>
   <translation>यह कार्ड चालू नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/persistence/home.py" />
   <source>This computer has no keyring: the key to the data file is kept in a file beside it.</source>
   <translation>इस कंप्यूटर में चाबियों की तिजोरी नहीं है: डेटा फ़ाइल की चाबी उसके पास की फ़ाइल में रखी है।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/joining.py" />
   <source>This counter belongs to another chain.</source>
   <translation>यह काउंटर दूसरी शृंखला का है।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/unseen_returns.py" />
   <source>This counter has no server that could check that bill.</source>
   <translation>इस काउंटर का कोई सर्वर नहीं जो वह बिल जाँच सके।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <location filename="../../sync/status.py" />
   <source>This counter was shut out.</source>
   <translation>इस काउंटर को बाहर कर दिया गया है।</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>This counter's clock is not the server's.</source>
   <translation>इस काउंटर की घड़ी सर्वर की घड़ी से अलग है।</translation>
  </message>
  <message>
   <location filename="../../app/services/returns/returnable.py" />
   <source>This customer has no bill that was made at this counter.</source>
   <translation>इस ग्राहक का इस काउंटर पर बना कोई बिल नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/referral.py" />
   <source>This member already has a referrer; it is set once.</source>
   <translation>इस सदस्य को भेजने वाला पहले से दर्ज है; वह एक ही बार तय होता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/carts.py" />
   <source>This one is still open; finish or discard one.</source>
   <translation>यह अब भी खुला है; किसी एक को पूरा करें या हटाएँ।</translation>
  </message>
  <message>
   <location filename="../../sync/trouble.py" />
   <source>This program is too old to read what the server tells.</source>
   <translation>सर्वर जो बताता है उसे पढ़ने के लिए यह प्रोग्राम बहुत पुराना है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>This programme is archived.</source>
   <translation>यह कार्यक्रम संग्रह में रख दिया गया है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>This programme is archived: it can be read, and not be changed any more.</source>
   <translation>यह कार्यक्रम संग्रह में रख दिया गया है: इसे पढ़ा जा सकता है, पर अब बदला नहीं जा सकता।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>This programme is in force or waits for its day already.</source>
   <translation>यह कार्यक्रम पहले से लागू है या अपने दिन का इंतज़ार कर रहा है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>This programme would be over before it begins.</source>
   <translation>यह कार्यक्रम शुरू होने से पहले ही ख़त्म हो जाएगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/adjustments.py" />
   <source>This reward is for {1} and above; the card is {2}.</source>
   <translation>यह इनाम {1} और ऊपर के लिए है; कार्ड {2} है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>This shop has no categories yet.</source>
   <translation>इस दुकान में अभी कोई श्रेणी नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>This voucher has been used.</source>
   <translation>यह वाउचर उपयोग हो चुका है।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>This voucher has expired.</source>
   <translation>इस वाउचर की अवधि समाप्त हो गई है।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>This voucher has to be asked for at the server before it can be used here.</source>
   <translation>यहाँ उपयोग करने से पहले इस वाउचर के लिए सर्वर से पूछना होगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/bill_vouchers.py" />
   <source>This voucher is another member's.</source>
   <translation>यह वाउचर किसी और सदस्य का है।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/rewards.py" />
   <source>This voucher is used on a bill.</source>
   <translation>यह वाउचर बिल पर उपयोग होता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>This voucher was cancelled.</source>
   <translation>यह वाउचर रद्द किया गया था।</translation>
  </message>
  <message>
   <location filename="../../app/services/rewards/voucher_rights.py" />
   <source>This voucher was good until {1}.</source>
   <translation>यह वाउचर {1} तक मान्य था।</translation>
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>This voucher {1}.</source>
   <translation>यह वाउचर {1}।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/checking.py" />
   <source>This was settled meanwhile.</source>
   <translation>यह इस बीच निपट गया।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>Tier</source>
   <translation>स्तर</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Tier after it</source>
   <translation>उसके बाद का स्तर</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <source>Tier spread</source>
   <translation>स्तरों में सदस्य</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/points.py" />
   <location filename="../../printing/report_sheet.py" />
   <source>Together</source>
   <translation>कुल</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Together everything multiplies by {1} at most.</source>
   <translation>सब मिलाकर ज़्यादा से ज़्यादा {1} गुना होता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>Together they give {1} times.</source>
   <translation>दोनों मिलकर {1} गुना देते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Together {1}</source>
   <translation>कुल {1}</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Together {1} points</source>
   <translation>कुल {1} पॉइंट</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Too many counters wait to join.</source>
   <translation>बहुत सारे काउंटर जुड़ने का इंतज़ार कर रहे हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>Too many wrong PINs.</source>
   <translation>बहुत बार ग़लत PIN।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/people.py" />
   <source>Top members</source>
   <translation>मुख्य सदस्य</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>Try again in a quarter of an hour.</source>
   <translation>पंद्रह मिनट बाद फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/standing.py" />
   <source>Try again when the line is back.</source>
   <translation>लाइन वापस आने पर फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Try again, on another disk if it happens twice.</source>
   <translation>फिर कोशिश करें, दो बार हो तो दूसरी डिस्क पर।</translation>
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>Two lines of this bill carry the same id.</source>
   <translation>इस बिल की दो पंक्तियों की पहचान एक ही है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <source>Two members made one</source>
   <translation>दो सदस्य एक किए</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>Two of its conditions can never hold together.</source>
   <translation>इसकी दो शर्तें एक साथ कभी पूरी नहीं हो सकतीं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>Two rewards carry the same id.</source>
   <translation>दो इनामों की आईडी एक ही है।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>Type it, or scan the staff card.</source>
   <translation>उसे लिखें, या कर्मचारी कार्ड स्कैन करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/period.py" />
   <source>Type the earlier one first.</source>
   <translation>पहले वाला दिन पहले लिखें।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/printers.py" />
   <source>Type the port like /dev/ttyUSB0 or COM3, with :19200 behind it for another speed than 9600.</source>
   <translation>पोर्ट ऐसे लिखें /dev/ttyUSB0 या COM3, और 9600 से अलग गति के लिए पीछे :19200।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/printers.py" />
   <source>Type the printer's address like 192.168.1.50, or 192.168.1.50:9100.</source>
   <translation>प्रिंटर का पता ऐसे लिखें 192.168.1.50, या 192.168.1.50:9100।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/printers.py" />
   <source>Type the printer's device or file, like /dev/usb/lp0.</source>
   <translation>प्रिंटर का उपकरण या फ़ाइल ऐसे लिखें /dev/usb/lp0।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Unlock the computer's keyring, or put the key file back beside the data file, then start again.</source>
   <translation>कंप्यूटर की तिजोरी खोलें, या चाबी की फ़ाइल डेटा फ़ाइल के पास रखें, फिर शुरू करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>Use a PIN, or another card.</source>
   <translation>PIN या दूसरा कार्ड लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/chain/joining.py" />
   <source>Use a new data folder for it.</source>
   <translation>उसके लिए नया डेटा फ़ोल्डर लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Use the window that is already open.</source>
   <translation>पहले से खुली खिड़की में काम करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/given.py" />
   <location filename="../../app/services/reports/people.py" />
   <location filename="../../app/services/reports/points.py" />
   <source>Used</source>
   <translation>लगे</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>Voucher {1} is there twice.</source>
   <translation>वाउचर {1} दो बार है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/checkout.py" />
   <source>Voucher {1} was taken before, for bill {2}.</source>
   <translation>वाउचर {1} पहले ही बिल {2} में लिया जा चुका है।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/faults.py" />
   <source>Wait a moment, then try again.</source>
   <translation>थोड़ा रुककर फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>Wait {1}, then try again.</source>
   <translation>{1} रुकें, फिर कोशिश करें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/reports/watching.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>What</source>
   <translation>क्या</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <source>What a referrer gets is 0 to 100 %, with at most two decimals.</source>
   <translation>लाने वाले को 0 से 100 % मिलता है, दशमलव के बाद अधिकतम दो अंक।</translation>
  </message>
  <message>
   <location filename="../../app/domain/segment_flaws.py" />
   <source>What a segment is called besides has at most {1} characters.</source>
   <translation>समूह का दूसरा नाम ज़्यादा से ज़्यादा {1} अक्षरों का होता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/limit_flaws.py" />
   <source>What brings no points has no limit in points.</source>
   <translation>जो पॉइंट नहीं देता, उसकी पॉइंट में कोई सीमा नहीं होती।</translation>
  </message>
  <message>
   <location filename="../../sync/trouble.py" />
   <source>What came to begin with is not signed by the server this counter joined.</source>
   <translation>शुरुआत के लिए जो आया उस पर उस सर्वर के हस्ताक्षर नहीं हैं जिससे यह काउंटर जुड़ा है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/limit_flaws.py" />
   <source>What changes the rate of lines has no limit on one bill: a rate is given whole or not at all.</source>
   <translation>जो पंक्तियों की दर बदलता है उसकी एक बिल पर सीमा नहीं होती: दर पूरी मिलती है या बिल्कुल नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>What is in force or waits for its day cannot be archived.</source>
   <translation>जो लागू है या अपने दिन का इंतज़ार कर रहा है, उसे संग्रह में नहीं रखा जा सकता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>What is no bill brings points once, and nothing else.</source>
   <translation>जो बिल नहीं है उससे बस एक बार पॉइंट मिलते हैं, और कुछ नहीं।</translation>
  </message>
  <message>
   <location filename="../../ui/firstrun/keeping.py" />
   <source>What is wrong with each is saved beside it.</source>
   <translation>हर पंक्ति में क्या ग़लत है, वह उसके पास सहेजा गया।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>What points may pay of one bill is an amount of money, from nothing on.</source>
   <translation>एक बिल पर पॉइंट से जो चुकाया जाए, वह शून्य या उससे ऊपर की रकम है।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>What rules brought</source>
   <translation>नियमों से क्या मिला</translation>
  </message>
  <message>
   <location filename="../../app/devices/camera_faults.py" />
   <source>What stands in for the camera cannot be used ({why}).</source>
   <translation>कैमरे की जगह रखी चीज़ काम नहीं करती ({why})।</translation>
  </message>
  <message>
   <location filename="../../app/services/members/deeds.py" />
   <source>What was done needs a reference of at most {1} letters.</source>
   <translation>जो किया गया उसे अधिक से अधिक {1} अक्षरों का संदर्भ चाहिए।</translation>
  </message>
  <message>
   <location filename="../../app/services/keeping/backups.py" />
   <source>What was done since could not all be read: compare with the last receipts.</source>
   <translation>उसके बाद का सब कुछ पढ़ा नहीं जा सका: आख़िरी रसीदों से मिला लें।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/liability.py" />
   <source>What was owed on earlier days is known at the server.</source>
   <translation>पहले के दिनों में कितना देय था, यह सर्वर पर पता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>What was printed</source>
   <translation>क्या छपा</translation>
  </message>
  <message>
   <location filename="../../sync/refusal_words.py" />
   <source>What was sent came damaged.</source>
   <translation>जो भेजा गया वह ख़राब होकर पहुँचा।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/approvals.py" />
   <location filename="../../app/services/reports/behind.py" />
   <location filename="../../app/services/sales/evidence.py" />
   <source>When</source>
   <translation>कब</translation>
  </message>
  <message>
   <location filename="../../app/domain/programme_kinds.py" />
   <source>Where points are cashback, one is worth one unit of money.</source>
   <translation>जहाँ पॉइंट नकद वापसी हैं, वहाँ एक पॉइंट पैसे की एक इकाई के बराबर होता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>Which</source>
   <translation>कौन-सा</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>Who works here is kept at the server of the chain.</source>
   <translation>यहाँ कौन काम करता है यह शृंखला के सर्वर पर रखा जाता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/award_flaws.py" />
   <source>Whoever it asks for has that tier already, so it would lift nobody.</source>
   <translation>जिनके लिए यह है, उनके पास वह स्तर पहले से है; इससे किसी का स्तर नहीं बढ़ेगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Whose</source>
   <translation>किसका</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/sales.py" />
   <source>With a card</source>
   <translation>कार्ड के साथ</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/given.py" />
   <location filename="../../app/services/reports/liability.py" />
   <location filename="../../app/services/reports/points.py" />
   <location filename="../../app/services/reports/sales.py" />
   <source>Worth</source>
   <translation>क़ीमत</translation>
  </message>
  <message>
   <location filename="../../app/services/reports/watching.py" />
   <source>Worth a look</source>
   <translation>देखने लायक</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>Wrong PIN.</source>
   <translation>PIN ग़लत है।</translation>
  </message>
  <message>
   <location filename="../../sync/publishing.py" />
   <source>Your draft is kept; publish it again when the line is back.</source>
   <translation>आपका मसौदा रखा है; लाइन वापस आने पर फिर प्रकाशित करें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>a member may have between 1 and {1} of it</source>
   <translation>एक सदस्य इसे 1 से {1} बार तक ले सकता है</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>at least {1}, the card has {2}</source>
   <translation>कम से कम {1}, कार्ड में {2}</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>at least {1}, this bill allows {2}</source>
   <translation>कम से कम {1}, इस बिल पर {2} तक</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>balance {1}</source>
   <translation>शेष {1}</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>every category</source>
   <translation>हर श्रेणी</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>it costs some points</source>
   <translation>उसकी कीमत कुछ पॉइंट होनी चाहिए</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>it ends before it begins</source>
   <translation>वह शुरू होने से पहले समाप्त हो जाता है</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>it is good for at most {1} days</source>
   <translation>वह अधिकतम {1} दिन मान्य हो सकता है</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>it says of which category or which item one piece is free</source>
   <translation>बताएँ कि किस श्रेणी या किस सामान का एक नग मुफ़्त है, दोनों में से एक</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>it takes a percentage or an amount off, one of them</source>
   <translation>छूट प्रतिशत में या राशि में होनी चाहिए, दोनों में से एक</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>its stock is between 0 and {1}</source>
   <translation>उसका स्टॉक 0 और {1} के बीच होना चाहिए</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>its value and its smallest bill are amounts</source>
   <translation>उसका मूल्य और सबसे छोटा बिल राशियाँ होनी चाहिए</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>most on one bill {1}</source>
   <translation>एक बिल पर ज़्यादा से ज़्यादा {1}</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>needs {1} points to redeem, has {2}</source>
   <translation>लगाने के लिए {1} पॉइंट चाहिए, {2} हैं</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>needs {1} points to redeem, this bill allows {2}</source>
   <translation>लगाने के लिए {1} पॉइंट चाहिए, यह बिल {2} देता है</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>no card on this bill</source>
   <translation>इस बिल पर कार्ड नहीं है</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>one of its texts is too long</source>
   <translation>उसका कोई लेख बहुत लंबा है</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>only a discount coupon has a percentage, of more than 0 and at most 100</source>
   <translation>प्रतिशत केवल छूट कूपन में होता है, 0 से अधिक और अधिकतम 100</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>points are switched off in this shop</source>
   <translation>इस दुकान में पॉइंट बंद हैं</translation>
  </message>
  <message>
   <location filename="../../app/domain/rewards.py" />
   <source>there is no tier called {1}</source>
   <translation>{1} नाम का कोई स्तर नहीं है</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>this card is not active</source>
   <translation>यह कार्ड चालू नहीं है</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>typed</source>
   <translation>टाइप किया गया</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>usable here now {1}</source>
   <translation>यहाँ अभी {1} चल सकते हैं</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>waits</source>
   <translation>रुका है</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/evidence.py" />
   <source>yes</source>
   <translation>हाँ</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>{1} % is no rate for {2}: it is from 0 to {3} %.</source>
   <translation>{2} के लिए {1} % दर नहीं हो सकती: वह 0 से {3} % तक होती है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>{1} (tier)</source>
   <translation>{1} (स्तर)</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>{1} (tier) = {2}</source>
   <translation>{1} (स्तर) = {2}</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>{1} = {2} ({3} of it paid by points)</source>
   <translation>{1} = {2} (उसमें से {3} पॉइंट से चुकाया)</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>{1} Nothing was changed.</source>
   <translation>{1} कुछ नहीं बदला।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/outside.py" />
   <source>{1} Nothing was changed; look the bill up.</source>
   <translation>{1} कुछ नहीं बदला; बिल खोजें।</translation>
  </message>
  <message>
   <location filename="../../app/domain/figures.py" />
   <location filename="../../app/domain/rates.py" />
   <source>{1} Nothing was saved.</source>
   <translation>{1} कुछ नहीं सहेजा गया।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>{1} asks less than {2}, which is below it.</source>
   <translation>{1} अपने से नीचे वाले {2} से कम माँगता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>{1} asks the same as {2}, so nobody would stay there.</source>
   <translation>{1} उतना ही माँगता है जितना {2}, इसलिए वहाँ कोई नहीं रहेगा।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/carts.py" />
   <source>{1} bills are on hold already.</source>
   <translation>{1} बिल पहले से रुके हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>{1} both apply to {2}.</source>
   <translation>{1}, दोनों {2} पर लागू हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>{1} both give {2}.</source>
   <translation>{1} दोनों {2} देते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>{1} both say what {2} earns.</source>
   <translation>{1}, दोनों {2} की दर तय करते हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>{1} can both hold, and one of them lets no other apply after it.</source>
   <translation>{1}, दोनों लागू हो सकते हैं, और उनमें से एक अपने बाद किसी और को लागू नहीं होने देता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>{1} cannot ask or give less than nothing.</source>
   <translation>{1} शून्य से कम न माँग सकता है, न दे सकता है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/award_flaws.py" />
   <source>{1} cannot be had while it holds.</source>
   <translation>जब तक यह लागू है, {1} मिल नहीं सकता।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>{1} cannot be read as a workbook.</source>
   <translation>{1} वर्कबुक की तरह पढ़ी नहीं जा सकती।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>{1} cannot be read: {2}.</source>
   <translation>{1} पढ़ी नहीं जा सकती: {2}।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>{1} cannot be the total of a category.</source>
   <translation>{1} किसी श्रेणी का योग नहीं हो सकता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>{1} cannot have that discount.</source>
   <translation>{1} की यह छूट नहीं हो सकती।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>{1} cannot have that multiplier.</source>
   <translation>{1} का यह गुणक नहीं हो सकता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>{1} cannot have {2} as its discount.</source>
   <translation>{1} पर {2} की छूट नहीं हो सकती।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>{1} cannot have {2} as its rate.</source>
   <translation>{1} की दर {2} नहीं हो सकती।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>{1} gives no points at all, so this would change nothing.</source>
   <translation>{1} पर पॉइंट मिलते ही नहीं, इसलिए इससे कुछ नहीं बदलेगा।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>{1} had too many other names.</source>
   <translation>{1} के बहुत ज़्यादा दूसरे नाम रहे हैं।</translation>
  </message>
  <message>
   <location filename="../../app/services/papers/cards.py" />
   <source>{1} has no card that works.</source>
   <translation>{1} का कोई चालू कार्ड नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>{1} has {2} rows of {3} columns.</source>
   <translation>{1} में {3} स्तंभों की {2} पंक्तियाँ हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/award_flaws.py" />
   <source>{1} is for {2} and above, and nobody it asks for is.</source>
   <translation>{1} {2} और उससे ऊपर के लिए है, और जिनके लिए नियम है उनमें ऐसा कोई नहीं।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>{1} is larger than {2} MB.</source>
   <translation>{1} {2} MB से बड़ी है।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>{1} is looked after at the server of the chain.</source>
   <translation>{1} को शृंखला के सर्वर पर सँभाला जाता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/sales/totals.py" />
   <source>{1} is no amount like 512.50.</source>
   <translation>{1} 512.50 जैसी राशि नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/rates.py" />
   <source>{1} is no category of this shop.</source>
   <translation>{1} इस दुकान की कोई श्रेणी नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>{1} is not a table of text.</source>
   <translation>{1} पाठ की तालिका नहीं है।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>{1} is not text in UTF-8.</source>
   <translation>{1} UTF-8 में पाठ नहीं है।</translation>
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>{1} is not the address of a server, such as https://points.example.in.</source>
   <translation>{1} सर्वर का पता नहीं है, जैसे https://points.example.in।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/staff.py" />
   <source>{1} is on the list already.</source>
   <translation>{1} पहले से सूची में है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/lint.py" />
   <source>{1} is sold on prescription.</source>
   <translation>{1} पर्चे पर बिकती है।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>{1} may not approve this.</source>
   <translation>{1} इसे मंज़ूर नहीं कर सकते।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>{1} may not publish, the server says.</source>
   <translation>सर्वर के अनुसार {1} प्रकाशित नहीं कर सकते।</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>{1} missing in the payment.</source>
   <translation>भुगतान में {1} कम है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>{1} of bill {2}</source>
   <translation>बिल का {1}, {2}</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>{1} published rates v{2} meanwhile.</source>
   <translation>{1} ने इस बीच दरें v{2} लागू कीं।</translation>
  </message>
  <message>
   <location filename="../../printing/spooler.py" />
   <source>{1} then follows by itself; it waits in the print queue.</source>
   <translation>इसके बाद {1} अपने आप छपेगी; वह छपाई की कतार में है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>{1} too much in the payment.</source>
   <translation>भुगतान में {1} ज़्यादा है।</translation>
  </message>
  <message>
   <location filename="../../app/services/staff/signing_in.py" />
   <source>{1} tries left, then wait 1 minute.</source>
   <translation>{1} कोशिशें बची हैं, फिर 1 मिनट रुकना होगा।</translation>
  </message>
  <message>
   <location filename="../../app/sheets.py" />
   <source>{1} unpacks to too much.</source>
   <translation>{1} खुलने पर बहुत बड़ी हो जाती है।</translation>
  </message>
  <message>
   <location filename="../../app/services/catalogue/catalogue.py" />
   <source>{1}{2} has expired and cannot be sold.</source>
   <translation>{1}{2} की तारीख़ निकल चुकी है और वह नहीं बेचा जा सकता।</translation>
  </message>
  <message>
   <location filename="../../app/domain/clashes.py" />
   <source>“{1}” and “{2}” are both on.</source>
   <translation>“{1}” और “{2}”, दोनों चालू हैं।</translation>
  </message>
  <message>
   <location filename="../../app/domain/flaws.py" />
   <source>“{1}” cannot be like this.</source>
   <translation>“{1}” ऐसा नहीं हो सकता।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/publishing.py" />
   <source>“{1}” gives away {2} more (in %), and one person may publish {3}.</source>
   <translation>“{1}” पहले से {2} ज़्यादा देता है (% में), और एक व्यक्ति {3} तक प्रकाशित कर सकता है।</translation>
  </message>
  <message>
   <location filename="../../app/services/programs/programmes.py" />
   <source>“{1}” is a programme already.</source>
   <translation>“{1}” नाम का कार्यक्रम पहले से है।</translation>
  </message>
  <message>
   <location filename="../../app/domain/tier_flaws.py" />
   <source>“{1}” multiplies for {2}.</source>
   <translation>“{1}” {2} के लिए गुणा करता है।</translation>
  </message>
 </context>
</TS>
