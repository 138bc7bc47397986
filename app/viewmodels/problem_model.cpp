#include "app/viewmodels/problem_model.h"

#include "app/viewmodels/display_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace tashilgar::viewmodels {

namespace {

/// Signs at the end of \p piece that belong to the sentence around it: a full stop, a bracket that was opened before.
qsizetype endOf(const QString& piece)
{
    qsizetype end = piece.size();
    while (end > 0
        && (QStringLiteral(".,:;").contains(piece[end - 1])
            || (piece[end - 1] == u')' && piece.left(end).count(u'(') < piece.left(end).count(u')'))))
        --end;
    return end;
}

/// What an author wrote (a name, a formula, a path) is one piece inside a Persian sentence, left to right and unturned,
/// whatever signs and words it is made of.
QString told(const std::string& utf8)
{
    static const QRegularExpression kPiece(QStringLiteral("[!-~]*[A-Za-z][!-~]*(?: +[!-~]+)*"));
    const DisplayText& display = DisplayText::instance();
    const QString text = QString::fromStdString(utf8);
    if (!display.rightToLeft())
        return display.worded(text, false);
    QString words;
    qsizetype end = 0;
    for (auto pieces = kPiece.globalMatch(text); pieces.hasNext();) {
        const auto piece = pieces.next();
        words += display.worded(text.mid(end, piece.capturedStart() - end), true);
        end = piece.capturedStart() + endOf(piece.captured());
        words += display.code(text.mid(piece.capturedStart(), end - piece.capturedStart()));
    }
    return words + display.worded(text.mid(end), true);
}

} // namespace

ProblemModel::ProblemModel(QObject* parent)
    : RowModel({{"severity", [](const ProblemRow& row) { return row.severity; }},
                   {"place", [](const ProblemRow& row) { return row.place; }},
                   {"sentence", [](const ProblemRow& row) { return row.sentence; }},
                   {"remedy", [](const ProblemRow& row) { return row.remedy; }}},
        [](const ProblemRow& row) { return row.severity + row.place + row.sentence; }, parent)
{
}

void ProblemModel::show(const forms::Diagnostics& diagnostics)
{
    std::vector<ProblemRow> rows;
    for (const forms::Diagnostic& diagnostic : diagnostics) {
        const std::string_view severity = forms::nameOf(diagnostic.severity);
        rows.push_back({QString::fromUtf8(severity.data(), static_cast<qsizetype>(severity.size())),
            told(diagnostic.place), told(diagnostic.sentence), told(diagnostic.remedy)});
    }
    std::stable_sort(rows.begin(), rows.end(), // "error" < "hint" < "warning" is not the order of weight
        [](const ProblemRow& a, const ProblemRow& b) { return a.severity == u"error" && b.severity != u"error"; });
    setRows(std::move(rows));
    emit changed();
}

int ProblemModel::stopCount() const
{
    return static_cast<int>(
        std::count_if(rows().begin(), rows().end(), [](const ProblemRow& row) { return row.severity == u"error"; }));
}

} // namespace tashilgar::viewmodels
