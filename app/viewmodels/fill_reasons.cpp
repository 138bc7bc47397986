#include "app/viewmodels/fill_reasons.h"

#include "app/forms/explain.h"
#include "app/forms/glance.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/fill_steps.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>
#include <set>

namespace tashilgar::viewmodels {

namespace {

/// Calculations that read calculations are followed this far: shipped forms need two.
constexpr int kDeepest = 4;
/// More answers than these tell a person nothing.
constexpr std::size_t kMostAnswers = 12;

struct FillReasons {
    Q_DECLARE_TR_FUNCTIONS(FillReasons)
};

/// Gathers the answers that an expression comes down to, each once, in the order of the text.
class Followed {
public:
    Followed(const forms::Entry& entry, std::string asked) : m_entry(entry), m_asked(std::move(asked)) {}

    void follow(const forms::Reason& reason, int depth = 0)
    {
        for (const forms::Reading& reading : reason.readings) {
            for (const forms::ReadNode& node : reading.nodes) {
                if (!node.ref.empty() && node.ref != m_asked && m_seen.insert(node.ref).second)
                    add(node, depth);
            }
        }
    }
    std::vector<DecidingAnswer> take() { return std::move(m_answers); }

private:
    void add(const forms::ReadNode& node, int depth)
    {
        if (m_answers.size() >= kMostAnswers)
            return;
        const auto view = m_entry.view(node.ref);
        if (!view)
            return;
        if (view->kind == forms::NodeKind::Value && depth < kDeepest) {
            const auto explained = m_entry.explain(node.ref);
            if (explained && explained->calculate && !explained->calculate->readings.empty())
                return follow(*explained->calculate, depth + 1);
        }
        const bool place = view->kind == forms::NodeKind::Group || view->kind == forms::NodeKind::Repeat;
        const QString label = place ? placeName(m_entry, node.ref) : formWords(m_entry, view->label);
        DecidingAnswer answer;
        answer.ref = QString::fromStdString(node.ref);
        answer.label = !label.isEmpty() ? label : DisplayText::instance().code(answer.ref.section(u'/', -1));
        answer.reachable = node.relevant && view->kind != forms::NodeKind::Value;
        const QString shown = shownAnswer(*view, readsRightToLeft(m_entry));
        answer.value = !node.relevant ? FillReasons::tr("not asked") : place ? QString() : shown.isEmpty() ? FillReasons::tr("no answer") : shown;
        m_answers.push_back(std::move(answer));
    }

    const forms::Entry& m_entry;
    std::string m_asked;
    std::set<std::string> m_seen;
    std::vector<DecidingAnswer> m_answers;
};

FillReason reasonFrom(const forms::Entry& entry, const std::string& asked, const QString& what, const QString& always,
    const QString& because, const std::vector<forms::Reason>& traces)
{
    FillReason reason{what, always, {}, {}};
    Followed followed(entry, asked);
    QStringList rules;
    for (const forms::Reason& trace : traces) {
        followed.follow(trace);
        rules << QString::fromStdString(trace.expression);
    }
    reason.answers = followed.take();
    reason.rule = rules.join(u'\n');
    if (!reason.answers.empty())
        reason.sentence = because;
    return reason;
}

FillReason whetherAsked(const forms::Entry& entry, const forms::Explanation& why)
{
    const std::string& asked = why.node.ref;
    if (why.hiddenBy.empty())
        return reasonFrom(entry, asked, QStringLiteral("asked"), FillReasons::tr("It is asked of everybody."),
            FillReasons::tr("It is asked because of these answers:"), why.relevant);
    std::vector<forms::Reason> hiding;
    std::copy_if(why.relevant.begin(), why.relevant.end(), std::back_inserter(hiding),
        [&](const forms::Reason& reason) { return reason.ref == why.hiddenBy; });
    const QString part = why.hiddenBy == asked ? QString() : placeName(entry, why.hiddenBy);
    return reasonFrom(entry, asked, QStringLiteral("hidden"), FillReasons::tr("The form does not ask it now."),
        part.isEmpty() ? FillReasons::tr("It is not asked now, because of these answers:")
                       : FillReasons::tr("All of “%1” is not asked now, because of these answers:").arg(part),
        hiding);
}

FillReason whetherAccepted(const forms::Entry& entry, const forms::Explanation& why)
{
    const bool refused = why.node.violation == forms::Violation::Constraint;
    FillReason reason = reasonFrom(entry, why.node.ref, refused ? QStringLiteral("refused") : QStringLiteral("accepted"), {}, {},
        {*why.constraint});
    reason.sentence = refused ? FillReasons::tr("What is written is not accepted.") : FillReasons::tr("What may be written follows from a rule of the form.");
    if (refused && !why.node.message.empty())
        reason.sentence += u' ' + formWords(entry, why.node.message);
    return reason;
}

/// How the value came, where a person did not write it.
QString originOf(forms::ChangedBy by)
{
    switch (by) {
    case forms::ChangedBy::Form:
        return FillReasons::tr("The form begins with this answer.");
    case forms::ChangedBy::Preload:
        return FillReasons::tr("The tablet filled this in.");
    case forms::ChangedBy::Action:
        return FillReasons::tr("The form wrote this answer when something else was answered.");
    default:
        return {};
    }
}

} // namespace

std::vector<FillReason> reasonsOf(const forms::Entry& entry, const std::string& ref)
{
    const auto why = entry.explain(ref);
    if (!why)
        return {};
    std::vector<FillReason> reasons{whetherAsked(entry, *why)};
    const auto add = [&](const char* what, const QString& always, const QString& because, const std::vector<forms::Reason>& traces) {
        reasons.push_back(reasonFrom(entry, ref, QString::fromLatin1(what), always, because, traces));
    };
    const auto one = [](const std::optional<forms::Reason>& reason) {
        return reason ? std::vector<forms::Reason>{*reason} : std::vector<forms::Reason>();
    };
    if (why->node.relevant && why->node.required)
        add("needed", FillReasons::tr("Its answer is needed."), FillReasons::tr("Its answer is needed because of these answers:"),
            one(why->required));
    if (why->constraint && !why->node.value.empty())
        reasons.push_back(whetherAccepted(entry, *why));
    if (why->expected && why->node.unexpected)
        add("doubted", FillReasons::tr("The form expects another answer."),
            FillReasons::tr("The form expects another answer, because of these answers:"), one(why->expected));
    if (why->node.readonly && !why->calculate)
        add("readonly", FillReasons::tr("It is there to be read."),
            FillReasons::tr("It is there to be read only, because of these answers:"), why->readonly);
    if (why->calculate)
        add("worked", FillReasons::tr("The app works it out."), FillReasons::tr("The app works it out from these answers:"),
            one(why->calculate));
    if (why->choices && !why->choices->readings.empty()) {
        add("choices", {}, FillReasons::tr("Which choices there are follows from these answers:"), one(why->choices));
        if (reasons.back().answers.empty())
            reasons.pop_back(); // a list that asks nobody
    }
    if (!why->notOffered.empty())
        reasons.push_back({QStringLiteral("refused"), FillReasons::tr("The answer is kept, though the choices do not offer it now."), {}, {}});
    if (const QString origin = originOf(why->changed.by); !origin.isEmpty() && !why->node.value.empty())
        reasons.push_back({QStringLiteral("origin"), origin, {}, {}});
    return reasons;
}

QVariantList shownReasons(const std::vector<FillReason>& reasons)
{
    QVariantList shown;
    for (const FillReason& reason : reasons) {
        QVariantList answers;
        for (const DecidingAnswer& answer : reason.answers) {
            answers << QVariantMap{{QStringLiteral("ref"), answer.ref}, {QStringLiteral("label"), answer.label},
                {QStringLiteral("value"), answer.value}, {QStringLiteral("reachable"), answer.reachable}};
        }
        shown << QVariantMap{{QStringLiteral("what"), reason.what}, {QStringLiteral("sentence"), reason.sentence},
            {QStringLiteral("rule"), reason.rule}, {QStringLiteral("answers"), answers}};
    }
    return shown;
}

} // namespace tashilgar::viewmodels
