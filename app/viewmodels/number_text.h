#pragma once

#include <QString>

namespace tashilgar::viewmodels {

// Numbers as text, of any length: an answer of twenty digits keeps every one of them.

/// An optional minus, digits, and with \p decimals an optional point among them: what is an answer already, or becomes one
/// with the next key.
bool isNumber(const QString& plain, bool decimals);
/// "1234567.80" as "1,234,567.80" with \p mark. What is no number stays as it is.
QString withThousands(const QString& plain, QChar mark);
/// The whole number \p plain (nothing is 0) one or so more or less, exactly. Empty when it is no whole number.
QString stepped(const QString& plain, int by);

} // namespace tashilgar::viewmodels
