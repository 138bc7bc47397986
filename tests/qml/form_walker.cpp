#include "tests/qml/form_walker.h"

#include "app/fieldwork/form_preview.h"

#include <QCoreApplication>
#include <QImage>
#include <QSet>

namespace tashilgar::tests {
namespace {

constexpr int kMostPages = 2000;

} // namespace

FormWalker::FormWalker(Stage& stage)
    : m_stage(&stage)
{
}

QString FormWalker::open(const std::filesystem::path& form)
{
    fieldwork::FormPreview preview(m_stage->library(), form);
    forms::Diagnostics diagnostics;
    const auto version = preview.install(forms::MessageLanguage::English, diagnostics);
    if (!version)
        return QString::fromStdString(version.error().text());
    return fill().openForm(QString::fromStdString(version->form.value())) ? QString() : fill().trouble();
}

FormWalker::Outcome FormWalker::walk(const std::filesystem::path& form)
{
    m_outcome = {};
    m_outcome.trouble = open(form);
    if (!m_outcome.trouble.isEmpty())
        return m_outcome;
    while (fill().step() != u"end" && m_outcome.pages < kMostPages) {
        ++m_outcome.pages;
        QCoreApplication::processEvents();
        if (fill().step() == u"roster")
            answerRoster();
        else
            answerPage();
        if (!fill().next())
            fill().next(); // a page tells once what is missing, then lets go
    }
    if (fill().step() != u"end")
        m_outcome.trouble = QStringLiteral("stays at ") + fill().currentRef();
    QCoreApplication::processEvents();
    m_outcome.finished = m_outcome.trouble.isEmpty() && fill().finish();
    fill().close();
    QCoreApplication::processEvents();
    return m_outcome;
}

void FormWalker::answerPage()
{
    // An answer may bring or take questions, so the page is read again after each.
    QSet<QString> seen;
    for (bool more = true; more;) {
        more = false;
        for (const viewmodels::QuestionRow& row : fill().questions()->rows()) {
            if (seen.contains(row.ref))
                continue;
            seen << row.ref;
            const viewmodels::QuestionRow copy = row;
            m_outcome.answered += answer(copy) ? 1 : 0;
            more = true;
            break;
        }
    }
}

void FormWalker::answerRoster()
{
    viewmodels::RosterModel& roster = *fill().roster();
    if (roster.count() == 0 && roster.canAdd())
        roster.add();
    if (roster.count() == 0 || !fill().openCard(roster.refOf(0)))
        return;
    answerPage();
    if (!fill().next())
        fill().next();
}

bool FormWalker::attachPicture(const QString& ref)
{
    const QString file = QString::fromStdString((m_stage->store().folder / "picture.png").string());
    QImage picture(8, 8, QImage::Format_Grayscale8);
    picture.fill(Qt::gray);
    return picture.save(file) && fill().attachFile(ref, file);
}

bool FormWalker::answerWith(const QString& ref, std::initializer_list<const char*> offers)
{
    for (const char* offer : offers) {
        fill().answer(ref, QString::fromLatin1(offer));
        const int row = fill().questions()->rowOf(ref);
        if (row < 0 || fill().questions()->rows()[static_cast<std::size_t>(row)].problem.isEmpty())
            return true;
    }
    return false;
}

bool FormWalker::answer(const viewmodels::QuestionRow& row)
{
    const QString& kind = row.control;
    if (!row.value.isEmpty() && row.problem.isEmpty())
        return false; // by default or by calculation
    if (kind == u"Text" || kind == u"Multiline" || kind == u"Digits" || kind == u"Barcode" || kind == u"Masked"
        || kind == u"Url" || kind == u"External")
        return answerWith(row.ref, {"abc", "12", "09181234567", "2026", "a@b.example"});
    if (kind == u"Integer" || kind == u"Counter" || kind == u"ExternalNumber")
        return answerWith(row.ref, {"1", "0", "2", "5", "18", "30", "100", "1000", "2020"});
    if (kind == u"Decimal" || kind == u"Bearing")
        return answerWith(row.ref, {"1.5", "0", "20", "100"});
    if (kind == u"Date")
        return answerWith(row.ref, {"2026-11-22", "2026-11-23", "2026-12-30", "1990-01-01"});
    if (kind == u"Time")
        return answerWith(row.ref, {"10:30:00.000+03:30", "18:00:00.000+03:30"});
    if (kind == u"DateTime")
        return answerWith(row.ref, {"2026-11-22T10:30:00.000+03:30", "1990-01-01T10:30:00.000+03:30"});
    if (kind == u"Geopoint")
        return answerWith(row.ref, {"34.345 47.09 1350 5"});
    if (kind == u"Geotrace")
        return answerWith(row.ref, {"34.345 47.09 0 5;34.346 47.091 0 5"});
    if (kind == u"Geoshape")
        return answerWith(row.ref, {"34.345 47.09 0 5;34.346 47.091 0 5;34.345 47.092 0 5;34.345 47.09 0 5"});
    if (kind == u"Acknowledge")
        return answerWith(row.ref, {"OK"});
    if (kind == u"Range" || kind == u"RangePicker" || kind == u"Rating")
        return answerWith(row.ref, {row.parameters.value(QStringLiteral("start")).toString().toUtf8().constData(), "1"});
    if (kind == u"Rank")
        return fill().moveRank(row.ref, 0, 0);
    if (kind == u"Image" || kind == u"Signature" || kind == u"Draw" || kind == u"Annotate")
        return attachPicture(row.ref);
    if (kind == u"Repeat")
        return row.count == 0 && row.canAdd && !fill().addRepeat(row.ref).isEmpty();
    if (row.choices && !row.choices->rows().empty() && !row.grid)
        return fill().choose(row.ref, row.choices->rows().front().value, true);
    return false;
}

} // namespace tashilgar::tests
