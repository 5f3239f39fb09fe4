<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en_IN">
 <context>
  <name>counter</name>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source> or </source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>#</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>500 then Enter; 500/2 for another category; 3*45 for three at 45.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/shelf.py" />
   <source>A bill is open. Hold it with F4 or finish it, then take this one back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A card stays blocked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A card was replaced twice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>A counter on its own knows every point there is, so it has no offline limit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A friend who is not known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>A line holds at most {most}. Nothing was added – check the quantity.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>A manager takes a counter off at the server. Its bills stay here and there, what it holds of cards goes back, and it sells on by itself; points of shared cards can then be used only up to the offline limit. To come back it is paired again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>A manager turned this counter away. Nothing was changed; bills go on. Ask them, then pair again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>A quantity of 0 sells nothing. Nothing was added – type how many, like 3*45.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A referral that cannot be</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>A shop that joined had given out the same number. Its member keeps all points and has a new card number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>About</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Above</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Add an item first; then ? explains its points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Add an item to see what points can pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/page.py" />
   <source>Address of the server</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>All usable here now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Already a member: {already}. Enter puts them on the bill.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/presenter.py" />
   <source>Already a member: {name}. Press Enter in the phone field to put them on the bill.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>Amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>An amount can't be negative. Nothing was changed – a - alone takes off the last line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>An entry does not fit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Another card on this bill. F3 switches to {new}; Esc keeps {old}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/page.py" />
   <source>Another code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Another computer's entries have taken their numbers. They are kept here; their points are not at the server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Approved. This counter has joined; its history is sent by itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Ask for help with it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Ask the server to take this counter in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Asking the server for a code …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>At</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>At most {most} on this bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>Back of the card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Balance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Belongs to {store} at {host}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Bill discarded. Ctrl+Z brings it back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Bill discount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Bill id</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>Bill saved. The receipt could not be printed. Press Ctrl+P to try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Bill {number} of {day}, {time}: {money}. Ctrl+P prints its receipt again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Bill {number} saved</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>Bills on hold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills still go to the journal. Issue no new cards; free some space or call for help.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills still go to the journal. Issue no new cards; free some space.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Bills were taken in with the time corrected. The days of some points may differ from the receipts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills work and are saved here. Ask a manager to pair this counter again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills work and are saved here. Pair again in the settings (Ctrl+,).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Bills work and are saved here. Update this program when the shift ends.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills work, but points would be dated wrong. Set the clock of this computer right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills work. Balances may be old, so fewer points can be used until the line is back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills work. Balances may be old, so fewer points can be used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills work. Set the clock of this computer right; then sending goes on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Bills work. What waits is saved here and is sent by itself when the line is back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Bills, cards and points within the limit all work. Everything is sent by itself when the line is back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Birthday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Both sent different entries under one number. Until it knows which is right, the server takes no more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Both were enrolled, at different counters. Both cards work and keep their points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>By</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>By UPI</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>By card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Can use {points} points = {money}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/billing/pay_pane.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Card blocked or unblocked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Card number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Card printed again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Card {card}   Phone {phone}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Card {card} is not in our list. Continue without a card, or press F6 to register it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/cards.py" />
   <source>Card {card} is printed, copy {n}: {printer}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/cards.py" />
   <source>Card {card} is printed: {printer}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Cash</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Cash given</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Category discount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/categories.py" />
   <source>Category {key}, {name}, {rate}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Change</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Change of a member's details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Change of staff</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <location filename="../../ui/billing/views.py" />
   <source>Change {money}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Changed at two places</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Check</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Check settled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Choice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Choose</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Choose how the bill is paid</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Choose points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Chosen later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Clock</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Clock is wrong</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Clock is {n} min wrong</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Clock was far off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/code.py" />
   <source>Code {code} to scan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Copy details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Correct the points by hand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Counter and server did not know the same of some members. The server told them anew; no entry was lost.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Counter not signed in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Counter {counter}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>Customer on this bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Decide so, as the first button says</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Decide so, as the second button says</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Decide so, as the third button says</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Decided twice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/presenter.py" />
   <source>Decided: {choice}. It stands under Settled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Detail</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Discard bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Discarded bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Disk nearly full</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Disk trouble</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Do that step again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Email</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>End of a file lost</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Enrol a new member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Enrolled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/billing/box.py" />
   <source>Enter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Entries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Entries that came late</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Entries that cannot be sent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Entry</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Entry not posted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>Esc goes back to the bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/help.py" />
   <source>Esc or F1 goes back to the bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Everything is sent, and everything the server told is here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Everywhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Exact cash</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Exact cash and print, without asking</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Expected seq</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Expiry</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/review_pane.py" />
   <source>Facts of both sides</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>Find a customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Find a customer, or look at the one on the bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>Find another customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Finish now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>First choice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>From seq</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>Front of the card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Give up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Give up joining the server</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Go ahead: what the hint or the button says</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Go on with +91 and the ten digits of the phone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Go on with the last four digits of the phone or card, like .5678.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Go on with the whole bill number, like #A1/26-27/000123.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Go on without this customer's card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Go to the box</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Help</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Hold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Holds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/page.py" />
   <source>How counter and server stand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>I have seen it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>I have the newer file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>In a list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>It was let free at one counter and blocked at another. The stricter of the two holds.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>It was made here and does not go with what the server told since. It is kept and was sent as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>It was set before, or would go in a circle. The member stands; the first referral holds.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>Item</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Its history goes to the server once: {entries}, bills and members as they were made. Nothing here is deleted, and selling goes on meanwhile. Members the chain knows already, by their phone, are proposed for merging. From then on the server decides about rates, tiers and expiry.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Its history is at the server. If it is paired again, nothing is sent twice: only what waits goes, with a new run of numbers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Its history is being sent; still to go: {entries}. Nothing here is deleted, and selling goes on meanwhile.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Joining {store} at {host}. Its history is being sent.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Keep this printer as it is typed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Keep working.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/help.py" />
   <source>Keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/help.py" />
   <source>Keys of the counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Language</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Language of messages and receipts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Last answer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/table.py" />
   <source>Last trouble</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Last up to date {when}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Last visit {day}, {money}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Later points pay it back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Leave it as it is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Leave it out, on file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Leave the bill as sold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Let the server try it again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Limit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Line above</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Line below</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>Lines of the bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Looking at the customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Lot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Lots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Mark the line above</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Mark the line below</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>Member saved. The card could not be printed. Scan it or find the member, then print it from F3.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Merge</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Message</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>More than can be used on this bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <location filename="../../ui/issue/presenter.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/status/page.py" />
   <location filename="../../ui/status/views.py" />
   <source>Needs a check</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Net</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/issue/page.py" />
   <location filename="../../ui/kinds.py" />
   <source>New card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>New member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>New printer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Next try</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Next try {until}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/paying.py" />
   <source>No bill has been made here yet. Type a bill number to print that one again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/shelf.py" />
   <source>No bill is on hold. F4 sets the open one aside.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>No card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/window.py" />
   <source>No card on this bill. Scan one first, or find the customer with F3.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>No card on this bill. Scan one first; then F8 uses its points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>No member has the phone {digits} {digits2}. The bill goes on; press F6 to enrol them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>No member's name starts with “{prefix}”. The bill goes on; try the phone number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>No phone or card ends in {digits}. The bill goes on; try the whole phone number or the name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>No points can be used</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>No points can be used on this bill: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>Nobody found yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Not one of our cards: {shown}. The bill is untouched; press F2 and type the amount to add it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/presenter.py" />
   <source>Not one of our cards: {text}. Nothing was changed; scan a card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/errors.py" />
   <source>Not saved: something unexpected went wrong. The bill is still here; try again, or call for help.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Not signed in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Not up to date with the server yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Nothing done here counts, and nothing is sent.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Nothing done here counts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/page.py" />
   <source>Nothing has been settled yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Nothing is lost. Decide what is listed here when there is time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Nothing is lost; a manager decides.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/page.py" />
   <source>Nothing needs a check.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Nothing to do again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Nothing to do.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Nothing to finish yet. Type an amount to add an item.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/shelf.py" />
   <source>Nothing to hold: this bill has no items yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Nothing to pay yet. Type an amount to add an item.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>Nothing to undo on this bill.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Nothing waits to be sent.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Notice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Offline</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Offline for long</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/page.py" />
   <source>Offline limit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Offline {span}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Offline {span} – balances may be old</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Offline – balances may be old</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Oldest waits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/shelf.py" />
   <source>On hold: {label}. F5 takes it back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>On its own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>On its own: this counter belongs to no server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>On the counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>One card number, two members</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>One person: merge the two</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>One phone was mistyped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Other entry</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Other figures at the server</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Over the limit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Paid</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Paid by UPI</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Paid by bank card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Paid in cash</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Paid in more than one way</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Paid {money}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/settings/page.py" />
   <source>Pair</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Pay and print</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Payable</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Payment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Phone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/status/speech.py" />
   <source>Points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Points by hand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Points counted differently</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Points earned</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Points given back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Points now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>Points to use</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Points used</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Points will be used</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Position</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Print a test page, or hear the real reason</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Print again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Print card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Print queue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Print the last receipt again, marked as a copy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Print this customer's card again, counted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Print what is marked in the queue no more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Print what is marked in the queue now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Printers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/paying.py" />
   <source>Printing the receipt …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>Put a customer and an item on the bill first; then choose the points to use.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Put back what stood before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Put it right by hand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Put this bill away; Ctrl+Z brings it back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>Qty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Raised</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/lines.py" />
   <source>Rate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Reason</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/billing/page.py" />
   <source>Recall</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>Recall ({n})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Receipt printed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>Receipt printed again, marked as a copy,</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Received</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Redeem</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Redo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Referral</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Referred by {referrer_name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Referrer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Referrer card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Refund</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Remove</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Remove line</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/ringing.py" />
   <source>Removed {item}. Ctrl+Z brings it back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Reprint receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Return</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Round off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Save</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Save and print</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Save the new member, print their card and put them on the bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Scan a blank card, or leave empty for the next free number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>Scan a card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Scan a card, or F3 to find the customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Scan a card, or type a phone, a name, an amount or a bill number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/box.py" />
   <location filename="../../ui/billing/page.py" />
   <source>Scan or type</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Scan the friend's card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Second choice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Send now instead of at the next try</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Sending</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Sending {waiting}…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Sent by a friend</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/page.py" />
   <source>Sent by {referrer_name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Server</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/page.py" />
   <source>Server &amp; pairing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Set this bill aside</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Set up one more printer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Set up printers, and test them</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/settings/page.py" />
   <source>Settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/status/page.py" />
   <source>Settled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Somebody else had changed the same of this member meanwhile. The later of the two stands; both are kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Something new</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Spent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/billing/pay_pane.py" />
   <source>Split</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Staff</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Stands now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Status</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Step back: clears the box, closes a pane; the bill stays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Stood before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/widgets/strip.py" />
   <source>Stop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Stop pairing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Stopped syncing with {store} at {host}: another computer says it is this counter. Pair again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Store</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Subtotal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/status/page.py" />
   <source>Sync status</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/totals.py" />
   <source>TO PAY</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Take back a bill that was set aside</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Take back the last step of the bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Take card off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Take the marked line off the bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Take the server's figures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Take this printer away</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Taking payment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/page.py" />
   <source>Taking this counter off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Tell a manager this code, or let them scan it. {until}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>Ten digits, the first letters, or .5678 for the last four digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Tenders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Test</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That card number was mistyped (its check digits don't match). The bill is untouched – please check the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/presenter.py" />
   <source>That card number was mistyped: its check digits don't match. Nothing was saved; check the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That comes to nothing. Nothing was added – check the quantity and the rate.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That is far too long. Nothing was changed – press Esc to clear it and scan or type again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That is more than {most}. Nothing was added – check the figure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/presenter.py" />
   <source>That is no address of a server. Nothing was changed; type it like https://loyalty.example.org.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>That is not a number of points. Type it in digits, like 500.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/tendering.py" />
   <source>That is not an amount. Type it in digits, like 500 or 45.50.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>That is too long for a phone (10 digits) or a card (12). Nothing was changed – check the number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The bill stands and the customer was charged nothing more. What the card owes, its next points pay back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/presenter.py" />
   <source>The card is off this bill. Ctrl+Z puts it back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The clock is right now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>The code ran out before anybody approved it. Nothing was changed; bills go on. Pair again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The counter had been shut out when they came. They are kept, and nothing of them is posted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>The customer and their points appear here at once, whatever has the focus.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/presenter.py" />
   <source>The friend's card was mistyped: its check digits don't match. Nothing was saved; check it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The member was enrolled as sent by somebody nobody knows. The member stands; nobody is rewarded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>The oldest waits {span}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The other one is the counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>The printers of this counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The server</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The server comes to other figures for a bill. It stands as it was sold; nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>The server could not be asked. Nothing was changed; bills go on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The server could not post it. It is kept there byte for byte and blocks nobody. Nothing is lost.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>The server is busy. Everything is saved here and is sent by itself; Enter tries now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>The server is busy. What waits is saved here and sent by itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>The server of this counter, and pairing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>The shop bears it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>There is no category “{key}”. Nothing was added – after the slash type one of {keys}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/ringing.py" />
   <source>There is no line to remove.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Third choice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>This bill earns no points yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>This computer is the counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>This counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>This counter belongs to no server. The settings (Ctrl+,) let it join one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/cards.py" />
   <source>This counter prints no cards.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>This program is older than the server and does not know this kind.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>This sheet of keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>This shop has no categories yet. Nothing was added – ask a manager to set them up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Those entries are lost; go on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Tier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/kinds.py" />
   <source>Tier change</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/totals.py" />
   <source>To pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>Too long for an amount. Go on to 10 digits for a phone (it starts with 6–9), 12 for a card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Total</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Training</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/table.py" />
   <source>Tries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Trouble</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>True size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Try now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/presenter.py" />
   <source>Trying now. What waits is saved here whatever comes of it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two computers at once</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two counters each gave the member a new card. The points are the member's, whichever they show.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two members, one phone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two people decided the same check, each otherwise. The first holds; nothing else was done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Two people share the phone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/points_choice.py" />
   <source>Type a number of points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>Type a phone or a name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>Type a phone, a name, or the last four digits of phone or card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>Type an amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Type or scan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/billing/pay_pane.py" />
   <location filename="../../ui/billing/views.py" />
   <source>UPI</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Undo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Until seq</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <location filename="../../ui/status/views.py" />
   <source>Up to date</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Up to date {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Update needed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Update needed to sync</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Usable here now: {points} of {of}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Use all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>Use none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Use some of the points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Use the most points allowed, or none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>Use these points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>Using {points} points = {money}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <location filename="../../ui/status/views.py" />
   <source>Version</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/totals.py" />
   <source>WAIT</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/status/page.py" />
   <location filename="../../ui/status/views.py" />
   <source>Waiting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Waiting for approval until {time}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Waiting for approval.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>Waiting for the server</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>Waiting: {kinds}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>Wanted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Was taken off {store} at {host}. It sells on by itself; to come back, pair it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/table.py" />
   <source>What</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>What a person has to decide</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/page.py" />
   <source>What joining does with this counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/page.py" />
   <source>What pairing means</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>What points can pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>What this bill earns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/sale.py" />
   <source>What this card can pay has changed: now {to_pay} to pay.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>What waits to be printed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>What waits to be printed, and why</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <location filename="../../ui/status/table.py" />
   <source>What waits to be sent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>What waits to be sent, and what needs a check</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>What was decided before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>What was not sent before is missing at the server. The counter went on with a new run of numbers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/table.py" />
   <source>When</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Where the points and the limit come from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/page.py" />
   <source>Who is it?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Why not yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/panes.py" />
   <source>Why these figures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Why?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>With nothing in the box</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Without the server, a card may use up to {card} points ({card_money}) more than is set aside for it here; all cards together {counter} points ({counter_money}) until the server answers again. At worst this counter can cost the shop {counter_money} so; each other counter adds its own. Only the server can change this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>Without the server, this counter lets a card use only the points set aside for it here. Nothing can be overdrawn. Only the server can change this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>Written off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>add {amount} {category}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>as of {time}, this counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>as of {when}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>as the server's</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>cash</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>choose from {n}: {names}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>choose; Esc goes back to the bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>decided {when}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>earns {points} points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>find card {card}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>find names starting “{prefix}”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>find phone or card ending {digits}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>find phone {phone}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>find {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>in {n} s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>in {span}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/when.py" />
   <source>less than a minute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>never</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>no card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>no word from the server for too long</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/speech.py" />
   <source>none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>not measured yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>nothing to pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>open bill {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>other counters hold the rest</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/prompt.py" />
   <source>pay {money}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>points expire, the server must confirm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>redeem the most points, or none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/intents.py" />
   <source>remove the last line</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/blank.py" />
   <source>reprint receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>set aside at {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>since {when}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/settings/wording.py" />
   <source>the chain</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>the rest is above the offline limit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>the rest is not with this counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>the server has not told yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>this computer's clock was set back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/reasons.py" />
   <source>this decides</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>{called}, by {plain}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{card} looks like a card, but its check digits don't match. The bill is untouched; scan it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>{choice}: decided by {staff}, {when}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/wording.py" />
   <source>{choice}: decided, {when}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{entries} would be sent as history if this counter joined a server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>{missing} more to {tier}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/tendering.py" />
   <source>{money} left to pay.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/tendering.py" />
   <source>{money} short. Take more cash, or press S to split.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/tendering.py" />
   <source>{money} too much.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name} has no active card. The bill goes on without one; a manager can issue a new card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name}'s card {card} was blocked on {since}. The bill goes on without it; a manager can unblock the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name}'s card {card} was replaced on {since}. The bill goes on without it; ask for the new card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name}'s card {card} was reported lost on {since}. The bill goes on without it; ask for the phone number to find them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/wording.py" />
   <source>{name}: {points} points = {money}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/categories.py" />
   <source>{name}: {rate} in points</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/kinds.py" />
   <source>{n} bills</source>
   <extracomment>One: {n} bill</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} cards blocked or unblocked</source>
   <extracomment>One: {n} card blocked or unblocked</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} cards printed again</source>
   <extracomment>One: {n} card printed again</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} changes of members' details</source>
   <extracomment>One: {n} change of a member's details</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} changes of staff</source>
   <extracomment>One: {n} change of staff</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} checks settled</source>
   <extracomment>One: {n} check settled</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/when.py" />
   <source>{n} days</source>
   <extracomment>One: {n} day</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} discarded bills</source>
   <extracomment>One: {n} discarded bill</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} entries</source>
   <extracomment>One: {n} entry</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} expiries</source>
   <extracomment>One: {n} expiry</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../ui/when.py" />
   <source>{n} h</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../ui/billing/wording.py" />
   <source>{n} items</source>
   <extracomment>One: {n} item</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} merges</source>
   <extracomment>One: {n} merge</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <location filename="../../ui/when.py" />
   <source>{n} min</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} more</source>
   <extracomment>One: {n} more</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/status/views.py" />
   <source>{n} more after these.</source>
   <extracomment>One: {n} more after these.</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/standing/wording.py" />
   <source>{n} need a check</source>
   <extracomment>One: {n} needs a check</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} new cards</source>
   <extracomment>One: {n} new card</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} new members</source>
   <extracomment>One: {n} new member</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} other entries</source>
   <extracomment>One: {n} other entry</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} programs</source>
   <extracomment>One: {n} program</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} referrals</source>
   <extracomment>One: {n} referral</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} returns</source>
   <extracomment>One: {n} return</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{n} s</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} tier changes</source>
   <extracomment>One: {n} tier change</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} times points by hand</source>
   <extracomment>One: {n} time points by hand</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../ui/kinds.py" />
   <source>{n} times points given back</source>
   <extracomment>One: {n} time points given back</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>{percent} % of its true size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <location filename="../../ui/status/speech.py" />
   <source>{points} points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/customer_cards.py" />
   <source>{points} points = {worth}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>{points} points expire {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>{points} points pending</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/paying.py" />
   <source>{problem} The bill is still open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/window.py" />
   <source>{shop} – Counter {counter}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{size} ahead of the server's</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{size} behind the server's</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/issue/plastic.py" />
   <source>{size} · front and back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/status/views.py" />
   <source>{store_name}, position {position}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/views.py" />
   <source>{tier} discount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/sale.py" />
   <source>{why} Using the most allowed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/standing/wording.py" />
   <source>{words} · {waiting} waiting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>“{typed}” can't be read as an amount. Nothing was added – type it like 500, 45.50 or 3*45, in the digits 0–9 with at most {decimals} decimals.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>“{typed}” isn't a bill number. The bill here is untouched – type it like #A1/26-27/000123.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>“{typed}” isn't a point and four digits. The bill is untouched – type .5678 to find by the last four.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/billing/smartbox.py" />
   <source>“{typed}” isn't an Indian mobile number. The bill is untouched – type its 10 digits.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>sentences</name>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>A PIN is needed here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>A bill has between 1 and {1} lines; this one has {2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>A bill is paid in at most {1} ways.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/merging.py" />
   <source>A card cannot be merged into itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/referral.py" />
   <source>A card cannot refer itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>A certificate's fingerprint is its SHA-256: 64 letters of 0-9 and a-f.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>A counter keeps at most {1} people.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>A discount cannot be negative.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>A discount is between 0 % and 100 %.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>A discount is either a percentage or an amount.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/edits.py" />
   <source>A language has between 1 and {1} letters, as en or hi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returns.py" />
   <source>A manager has to agree to this return.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <location filename="../../app/services/staff.py" />
   <source>A name has between 1 and {1} letters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>A payment cannot be less than its amount.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/printers.py" />
   <source>A printer needs a name of at most {1} letters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/printers.py" />
   <source>A receipt printer takes {1}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>A refund is more than nothing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>A reward costs points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/tax.py" />
   <source>A tax rate is between 0 and {1} percent.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <source>A tier set by hand needs a reason of at most {1} letters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>A {1} needs a PIN.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>Add them there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Allow this user to write to the file and its folder, then try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/printers.py" />
   <source>An address is at most {1} letters, without line breaks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>An adjustment moves points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>An adjustment needs a reason.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>Ask a manager.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/joining.py" />
   <source>Ask again, and have it approved under its own code.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>Ask an owner.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/receipts.py" />
   <location filename="../../app/services/returns.py" />
   <source>Bill {1} is not in our list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returns.py" />
   <source>Bill {1} was made at counter {2}, and its lines are kept there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Billing is paused to protect it; nothing more is written to it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <location filename="../../sync/trouble.py" />
   <source>Bills are saved on this counter and go out later by themselves.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>Card {1} does not work any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>Card {1} is not in our list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>Change is given only against cash.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Check its cable and its power.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Check its cable, its power and its address.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Check the disk and its folder, then try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Check the disk and the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Check the internet connection.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returned.py" />
   <source>Check the number on the paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/receipts.py" />
   <location filename="../../app/services/returns.py" />
   <source>Check the number on the receipt.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Check this computer's date, then ask whoever looks after the server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Choose one in Settings, Printers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/printers.py" />
   <source>Choose the printer's queue.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Choose the right data folder, or move that file away and start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Clear it, or switch the printer off and on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Close it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/visitors.py" />
   <source>Continue without a card, or press F6 to register it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>Correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Free some space, then try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>Give them a new one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>Give {1} one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>If it happens often, check the internet connection.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>If it lasts, tell whoever looks after the server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>If it never answers, say so in its settings.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/authority.py" />
   <source>In a chain of shops {1} at the server only.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Install the current version of this program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Install the newer version, then start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>It was not printed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>It was not printed; give the member a new one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Its bills are safe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Keep it on a disk of this computer, not on a network folder, and start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Line {1} is not on that bill.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>Line {1}: the price cannot be negative or beyond what a bill can hold.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>Line {1}: the quantity has more than three decimals.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>Line {1}: the quantity must be more than 0 and at most {2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Load paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Look at the printer's queue.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Look whether it has paper and is closed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Make it ready.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Mend them in Settings, Printers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Needs {1} points to redeem; there are {2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>Needs {1} points; {2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>No sound copy of the data file could be made, and none was kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>Nobody was enrolled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>Nobody would be left who looks after staff.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Nothing in it was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/joining.py" />
   <location filename="../../app/services/staff.py" />
   <source>Nothing was changed here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <location filename="../../app/domain/referral.py" />
   <location filename="../../app/services/adjustments.py" />
   <location filename="../../app/services/editing.py" />
   <location filename="../../app/services/edits.py" />
   <location filename="../../app/services/joining.py" />
   <location filename="../../app/services/members.py" />
   <location filename="../../app/services/merging.py" />
   <location filename="../../app/services/roster.py" />
   <location filename="../../app/services/staff.py" />
   <source>Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>Nothing was changed; check its number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checking.py" />
   <source>Nothing was changed; choose one that is shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/authority.py" />
   <source>Nothing was changed; do it there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checking.py" />
   <source>Nothing was changed; it stands under Settled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>Nothing was changed; name somebody else first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>Nothing was changed; use that card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <source>Nothing was changed; use the member who remains.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <location filename="../../app/services/members.py" />
   <source>Nothing was changed; use the member's new card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>Nothing was given back; ask for that many.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/receipts.py" />
   <location filename="../../app/services/returned.py" />
   <location filename="../../app/services/slips.py" />
   <source>Nothing was printed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/giving_back.py" />
   <location filename="../../app/domain/reversal.py" />
   <location filename="../../app/services/returns.py" />
   <source>Nothing was returned.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returns.py" />
   <source>Nothing was returned; look again and confirm.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returns.py" />
   <source>Nothing was returned; return it at counter {1}, or ask the office to.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returns.py" />
   <source>Nothing was returned; scan the receipt.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Nothing was returned; use that much or less.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <location filename="../../app/domain/cart.py" />
   <location filename="../../app/domain/quote.py" />
   <location filename="../../app/services/members.py" />
   <source>Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>Nothing was saved; attach their card instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>Nothing was saved; change the amounts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checkout.py" />
   <source>Nothing was saved; check it and pay again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/phones.py" />
   <source>Nothing was saved; check the digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>Nothing was saved; scan it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checkout.py" />
   <source>Nothing was saved; scan the card or pay without points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>Nothing was saved; scan the new card again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>Nothing was saved; take another card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/catalogue.py" />
   <source>Nothing was saved; take it off the bill.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Nothing was saved; the bill stays on the screen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Nothing was sent; bills are saved on this counter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <location filename="../../app/services/adjustments.py" />
   <location filename="../../app/services/outside.py" />
   <source>Nothing was taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Nothing was taken; the bill goes on without points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Nothing was taken; use fewer points or none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Nothing was taken; use that many or fewer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>Only somebody above a {1} may change this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Only {1} ({2} points) of this bill can be paid by points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Only {1} is left to give back there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/giving_back.py" />
   <source>Only {1} of that can come back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Only {1} points can be used now, not {2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>Only {1} points stand used against that bill.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Please check the amount.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>Please check the amounts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/money.py" />
   <location filename="../../app/domain/points.py" />
   <source>Please check the figure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/tax.py" />
   <source>Please check the rate of the item.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <location filename="../../app/services/adjustments.py" />
   <source>Points are switched off in this shop today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checkout.py" />
   <source>Points can be used only with a card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/points.py" />
   <source>Points have at most two decimals.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>Points have been used against bill {1} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/quote.py" />
   <source>Points have paid more than this bill comes to.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>Points to use are more than 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Points to use cannot be negative.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/carts.py" />
   <source>Press F5 to see the ones that are.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" does not answer when it is asked how it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" is not ready ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" is out of paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" reports a fault ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" stopped taking data ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" was not found ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Printer "{name}" went away in the middle of printing ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Put the right file back, or restore the last backup.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Restore the last backup, or call for help.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returned.py" />
   <source>Return {1} is not in our list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Rule {1}: + {2}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>See the message about the data file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Sign in to this network in a browser, or check the server's address.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>Something else answered in the server's place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returns.py" />
   <source>Something has changed since this was shown: now {1} goes back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>Switch it off and on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>Take a new one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/status.py" />
   <source>Tell whoever looks after the server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>That bill has earned its points already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/carts.py" />
   <source>That bill is no longer on hold.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <location filename="../../app/services/receipts.py" />
   <location filename="../../app/services/returns.py" />
   <source>That bill is not in our list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>That bill was paid with points of another card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>That card is already somebody's.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/merging.py" />
   <source>That card is not active.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/visitors.py" />
   <source>That card is not in our list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>That card was replaced.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/points.py" />
   <source>That is more points than any card can hold.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>That is no staff card of this counter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>That is no staff card: it starts with S and has twenty digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>That is not a card number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/phones.py" />
   <source>That is not a phone number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checking.py" />
   <source>That is not one of the choices.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/giving_back.py" />
   <source>That line is not on the bill.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <location filename="../../app/services/members.py" />
   <location filename="../../app/services/slips.py" />
   <source>That member is not in our list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <source>That member was merged into another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/printers.py" />
   <source>That paper is not known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/roster.py" />
   <source>That person is not on this counter's list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>That phone number is already {1}'s.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returned.py" />
   <source>That return is not in our list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>That staff card is somebody else's.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/referral.py" />
   <source>That would make a circle of referrals.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/money.py" />
   <source>The amount is too large to be a bill.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>The bill goes on without them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checkout.py" />
   <source>The bill has changed since it was shown: now {1} to pay with {2} points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/sale.py" />
   <source>The bill is kept; remove the card to go on without it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The bills in the file are safe but cannot be read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The cover of printer "{name}" is open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file could not be opened in its safe mode.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file could not be read or written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The data file could not be used ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file does not open with this counter's key: it is another counter's, or its first page is damaged.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file has a problem.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file is busy with other work.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file itself is safe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file may only be read here, not written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file was made by a newer version of this program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file was not made by this program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file was not opened.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The database library on this computer cannot encrypt.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The database library on this computer has a known fault that can damage data.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>The discount is larger than the {1}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The disk is full.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The file could not be written ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>The first PIN here is a manager's or an owner's.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>The friend's card is not in our list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The key to the data file is not on this computer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The line broke before the whole answer was here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/status.py" />
   <source>The line is up, yet bills have waited for five minutes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/joining.py" />
   <source>The manager approved this counter as {1}, and it is {2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <source>The member is {1} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>The phone is missing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>The phone is {1}'s, whose card is {2}, not a mistyped number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The print queue "{name}" did not print it ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>The printers' settings cannot be used ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The program is already open on this computer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The server cannot be reached.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The server could not prove that it is ours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The server has a fault of its own.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>The server is busy.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>The server's address must begin with https://, and {1} does not.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/trouble.py" />
   <source>The server's answer could not be read here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/printers.py" />
   <source>There is a printer called {1} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../printing/printers/faults.py" />
   <source>There is no printer called "{name}".</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <location filename="../../app/services/editing.py" />
   <location filename="../../app/services/members.py" />
   <source>There is no tier called {1}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/line_fault.py" />
   <source>There is nothing to do: the counter waits and tries again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/status.py" />
   <source>They are safe here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>This bill is larger than a bill can be.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/sale.py" />
   <source>This card is missing, so it cannot be used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>This card is not active, so its points cannot be used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>This card is not active.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/persistence/home.py" />
   <source>This computer has no keyring: the key to the data file is kept in a file beside it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/joining.py" />
   <source>This counter belongs to another chain.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returns.py" />
   <source>This customer has no bill that was made at this counter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/referral.py" />
   <source>This member already has a referrer; it is set once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/carts.py" />
   <source>This one is still open; finish or discard one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>This reward is for {1} and above; the card is {2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checking.py" />
   <source>This was settled meanwhile.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Together {1} points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>Too many wrong PINs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Try again, on another disk if it happens twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>Two lines of this bill carry the same id.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>Type it, or scan the staff card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/printers.py" />
   <source>Type the port like /dev/ttyUSB0 or COM3, with :19200 behind it for another speed than 9600.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/printers.py" />
   <source>Type the printer's address like 192.168.1.50, or 192.168.1.50:9100.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/printers.py" />
   <source>Type the printer's device or file, like /dev/usb/lp0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Unlock the computer's keyring, or put the key file back beside the data file, then start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>Use a PIN, or another card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/joining.py" />
   <source>Use a new data folder for it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Use the window that is already open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>Wait a moment, then try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>Wait {1}, then try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>Who works here is kept at the server of the chain.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>Wrong PIN.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>Wrong PIN. 1 try left, then wait 1 minute.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>balance {1}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>most on one bill {1}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>needs {1} points to redeem, has {2}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>needs {1} points to redeem, this bill allows {2}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>no card on this bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>points are switched off in this shop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>this card is not active</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>usable here now {1}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>{1} (tier) = {2}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>{1} ({2} of it paid by points)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>{1} Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>{1} Nothing was changed; look the bill up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/carts.py" />
   <source>{1} bills are on hold already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>{1} has no card that works.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>{1} is looked after at the server of the chain.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>{1} is not the address of a server, such as https://points.example.in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/staff.py" />
   <source>{1} is on the list already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>{1} may not approve this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>{1} missing in the payment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>{1} of bill {2}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>{1} too much in the payment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/signing_in.py" />
   <source>{1} tries left, then wait 1 minute.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/catalogue.py" />
   <source>{1}{2} has expired and cannot be sold.</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
