<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en_IN">
 <context>
  <name>counter</name>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Ask the server to take this counter in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Cash</source>
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
   <location filename="../../ui/actions.py" />
   <source>Customer</source>
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
   <location filename="../../ui/actions.py" />
   <source>Discard bill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Do that step again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Enrol a new member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Enter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Exact cash and print, without asking</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Find a customer, or look at the one on the bill</source>
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
   <location filename="../../ui/actions.py" />
   <source>Keep this printer as it is typed</source>
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
   <location filename="../../ui/actions.py" />
   <source>Needs a check</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>New card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>New printer</source>
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
   <location filename="../../ui/actions.py" />
   <source>Pair</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Pay</source>
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
   <location filename="../../ui/actions.py" />
   <source>Put this bill away; Ctrl+Z brings it back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Recall</source>
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
   <location filename="../../ui/actions.py" />
   <source>Reprint receipt</source>
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
   <source>Settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Settled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Split</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Step back: clears the box, closes a pane; the bill stays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Stop pairing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Sync status</source>
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
   <location filename="../../ui/actions.py" />
   <source>Take this printer away</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Test</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>The printers of this counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>The server of this counter, and pairing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Third choice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>This sheet of keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Try now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Type or scan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>UPI</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Undo</source>
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
   <location filename="../../ui/actions.py" />
   <source>Waiting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>What a person has to decide</source>
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
   <location filename="../../ui/actions.py" />
   <source>Where the points and the limit come from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/actions.py" />
   <source>Why?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/when.py" />
   <source>less than a minute</source>
   <translation type="unfinished" />
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
  <message>
   <location filename="../../ui/when.py" />
   <source>{n} h</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../ui/when.py" />
   <source>{n} min</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>sentences</name>
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
   <source>A card cannot be merged into itself. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/referral.py" />
   <source>A card cannot refer itself. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>A certificate's fingerprint is its SHA-256: 64 letters of 0-9 and a-f. Correct it.</source>
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
   <source>A language has between 1 and {1} letters, as en or hi. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>A name has between 1 and {1} letters. Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>A payment cannot be less than its amount. Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>A refund is more than nothing. Please check the amount.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>A reward costs points. Nothing was taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/tax.py" />
   <source>A tax rate is between 0 and {1} percent. Please check the rate of the item.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <source>A tier set by hand needs a reason of at most {1} letters. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>An adjustment moves points. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>An adjustment needs a reason. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/receipts.py" />
   <source>Bill {1} is not in our list. Check the number on the receipt.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>Card {1} does not work any more. It was not printed; give the member a new one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>Card {1} is not in our list. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>Change is given only against cash. Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/authority.py" />
   <source>In a chain of shops {1} at the server only. Nothing was changed; do it there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Line {1} is not on that bill. Nothing was returned.</source>
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
   <location filename="../../app/domain/redemption.py" />
   <source>Needs {1} points to redeem; there are {2}. Nothing was taken; the bill goes on without points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>Needs {1} points; {2}. Nothing was taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>No sound copy of the data file could be made, and none was kept. The data file itself is safe. Try again, on another disk if it happens twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Only {1} ({2} points) of this bill can be paid by points. Nothing was taken; use that many or fewer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/reversal.py" />
   <source>Only {1} is left to give back there. Nothing was returned; use that much or less.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Only {1} points can be used now, not {2}. Nothing was taken; use fewer points or none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>Only {1} points stand used against that bill. Nothing was given back; ask for that many.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>Points are switched off in this shop today. Nothing was taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Points are switched off in this shop today. The bill goes on without them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checkout.py" />
   <source>Points can be used only with a card. Nothing was saved; scan the card or pay without points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/points.py" />
   <source>Points have at most two decimals. Please check the figure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/quote.py" />
   <source>Points have paid more than this bill comes to. Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>Points to use are more than 0. Nothing was taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>Points to use cannot be negative. Nothing was taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/shift.py" />
   <source>Reasons and notes are one line of at most {1} letters. Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returned.py" />
   <source>Return {1} is not in our list. Check the number on the paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Rule {1}: + {2}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/shift.py" />
   <source>That amount cannot be in a drawer. Nothing was saved; please check the figure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/carts.py" />
   <source>That bill is no longer on hold. Press F5 to see the ones that are.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>That bill is not in our list. Nothing was changed; check its number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/receipts.py" />
   <source>That bill is not in our list. Nothing was printed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returns.py" />
   <source>That bill is not in our list. Nothing was returned; scan the receipt.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>That bill was paid with points of another card. Nothing was changed; use that card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>That card is already somebody's. Nothing was saved; take another card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/merging.py" />
   <source>That card is not active. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/visitors.py" />
   <source>That card is not in our list. Continue without a card, or press F6 to register it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>That card was replaced. Nothing was changed; use the member's new card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/points.py" />
   <source>That is more points than any card can hold. Please check the figure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>That is not a card number. Nothing was saved; scan the new card again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/phones.py" />
   <source>That is not a phone number. Nothing was saved; check the digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checking.py" />
   <source>That is not one of the choices. Nothing was changed; choose one that is shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <location filename="../../app/services/members.py" />
   <source>That member is not in our list. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/slips.py" />
   <source>That member is not in our list. Nothing was printed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <source>That member was merged into another. Nothing was changed; use the member who remains.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>That phone number is already {1}'s. Nothing was saved; attach their card instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/returned.py" />
   <source>That return is not in our list. Nothing was printed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/referral.py" />
   <source>That would make a circle of referrals. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/money.py" />
   <source>The amount is too large to be a bill. Please check the figure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checkout.py" />
   <source>The bill has changed since it was shown: now {1} to pay with {2} points. Nothing was saved; check it and pay again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file could not be opened in its safe mode. Nothing in it was changed. Keep it on a disk of this computer, not on a network folder, and start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file could not be read or written. Nothing was saved; the bill stays on the screen. Check the disk and its folder, then try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file does not open with this counter's key: it is another counter's, or its first page is damaged. Nothing in it was changed. Put the right file back, or restore the last backup.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file has a problem. Billing is paused to protect it; nothing more is written to it. Restore the last backup, or call for help.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file is busy with other work. Nothing was saved; the bill stays on the screen. Wait a moment, then try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file may only be read here, not written. Nothing was saved; the bill stays on the screen. Allow this user to write to the file and its folder, then try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file was made by a newer version of this program. Nothing in it was changed. Install the newer version, then start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The data file was not made by this program. Nothing in it was changed. Choose the right data folder, or move that file away and start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The database library on this computer cannot encrypt. The data file was not opened. Install the current version of this program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The database library on this computer has a known fault that can damage data. The data file was not opened. Install the current version of this program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>The discount is larger than the {1}. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The disk is full. Nothing was saved; the bill stays on the screen. Free some space, then try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>The friend's card is not in our list. Nothing was saved; scan it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The key to the data file is not on this computer. The bills in the file are safe but cannot be read. Unlock the computer's keyring, or put the key file back beside the data file, then start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/joining.py" />
   <source>The manager approved this counter as {1}, and it is {2}. Nothing was changed here. Ask again, and have it approved under its own code.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <source>The member is {1} already. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>The phone is missing. Nobody was enrolled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>The phone is {1}'s, whose card is {2}, not {3}. It was not printed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/faults.py" />
   <source>The program is already open on this computer. Its bills are safe. Use the window that is already open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>The server's address must begin with https://, and {1} does not. Correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/shift.py" />
   <source>There are 0 to {1} notes of a kind. Nothing was saved; please check the count.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/editing.py" />
   <source>There is no tier called {1}. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/members.py" />
   <source>There is no tier called {1}. Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>There is no tier called {1}. Nothing was taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/pricing.py" />
   <source>This bill is larger than a bill can be. Please check the amounts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/redemption.py" />
   <source>This card is not active, so its points cannot be used. The bill goes on without them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>This card is not active. Nothing was changed; use the member's new card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/sale.py" />
   <source>This card is {1}, so it cannot be used. The bill is kept; remove the card to go on without it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/joining.py" />
   <source>This counter belongs to another chain. Nothing was changed. Use a new data folder for it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/referral.py" />
   <source>This member already has a referrer; it is set once. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/adjustments.py" />
   <source>This reward is for {1} and above; the card is {2}. Nothing was taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/checking.py" />
   <source>This was settled meanwhile. Nothing was changed; it stands under Settled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>Together {1} points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/cart.py" />
   <source>Two lines of this bill carry the same id. Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>most on one bill {1}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/outside.py" />
   <source>{1} Nothing was changed; look the bill up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/carts.py" />
   <source>{1} bills are on hold already. This one is still open; finish or discard one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/services/cards.py" />
   <source>{1} has no card that works. Give them a new one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../sync/address.py" />
   <source>{1} is not the address of a server, such as https://points.example.in. Correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/explain.py" />
   <source>{1} {2}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/bill.py" />
   <source>{1} {2} in the payment. Nothing was saved; change the amounts.</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
