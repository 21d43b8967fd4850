using System.Text;
using Anfragen.Application.Answers;
using Anfragen.Application.Archive;
using Anfragen.Application.Assignments;
using Anfragen.Application.Comments;
using Anfragen.Application.Deadlines;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Promises;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Inquiries;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Infrastructure.Demo;

/// <summary>Plays the demo's cases, so that every inbox has something in it and the portal has the real reply.</summary>
internal sealed class DemoCases(DemoCity city)
{
    private static readonly DemoReply Reply = DemoReply.Instance;

    private readonly Dictionary<string, InquiryId> _bySubject = [];

    public async Task Play(IProgress<double>? progress, CancellationToken cancel)
    {
        await city.ContinueNumbersAfter(1434, cancel);
        Func<CancellationToken, Task>[] cases =
        [
            SmartCityIndex, ElectronicFiles, PublicWifi, Appointments, Playgrounds, OnlineForms, FundingPrograms, PollWorkers, LostProperty,
            HybridMeetings, BranchLibraries, Trees, Crossings, Bridges, OldPlaygrounds, DrinkingFountains, Clocks,
        ];
        for (var index = 0; index < cases.Length; index++)
        {
            await cases[index](cancel);
            progress?.Report((index + 1.0) / cases.Length);
        }
    }

    // The real one, from the faction's form to the portal.
    private async Task SmartCityIndex(CancellationToken cancel)
    {
        var id = await Submit(SpdMember, Reply.Subject, [.. Reply.Questions.Select(question => (question.Label, question.Text))], cancel);
        city.Clock.GoTo(9, 8);
        await city.As(CouncilClerk, new RegisterInquiry { Id = id }, cancel);
        var questions = await Questions(id, cancel);
        await Route(id, [(questions[0], MainOfficeClerk, []), (questions[1], MainOfficeClerk, []), (questions[2], MainOfficeClerk, []),
            (questions[3], FundingClerk, [CitizensOfficeClerk, MainOfficeClerk]), (questions[4], MainOfficeClerk, [])], cancel);

        city.Clock.GoTo(9, 9);
        await AcceptAll(id, MainOfficeClerk, cancel);
        await AcceptAll(id, FundingClerk, cancel);
        await AcceptAll(id, CitizensOfficeClerk, cancel);
        await Contribute(id, CitizensOfficeClerk, "Im Amt 33 sind Förderungen für Aufenthaltstitel, Einbürgerung und Verpflichtungserklärung zugesagt; die ADD Trier fördert die Digitalisierung der Ausländerakten.", cancel);
        await Contribute(id, MainOfficeClerk, "Das Hauptamt bereitet mit drei weiteren Städten einen IKZ-Förderantrag vor („Vier Städte – ein digitales Ökosystem“).", cancel);

        city.Clock.GoTo(9, 16);
        foreach (var (question, index) in questions.Select((question, index) => (question, index)))
        {
            var (clerk, head) = index == 3 ? (FundingClerk, FundingHead) : (MainOfficeClerk, MainOfficeHead);
            await Answer(id, question, clerk, head, Reply.Questions[index].Answer, cancel);
        }

        city.Clock.GoTo(9, 24);
        var reply = await Compose(id, cancel);
        await Sign(reply, new DateOnly(2025, 9, 26), cancel);
        await city.As(CouncilClerk, new DeliverReply { Id = reply }, cancel);
        city.Clock.GoTo(9, 29);
        await city.As(CouncilClerk, new PublishInquiry { Id = id, Questions = questions, WithFile = true }, cancel);
    }

    // At the mayor's office, to be reviewed.
    private async Task ElectronicFiles(CancellationToken cancel)
    {
        var (id, questions) = await Registered(ListMember, "Stand der elektronischen Akte in den Ämtern",
            ["Welche Ämter arbeiten bereits vollständig mit der elektronischen Akte?", "Wann folgen die übrigen Ämter?"], cancel, new DateOnly(2025, 11, 3));
        await Route(id, [.. questions.Select(question => (question, MainOfficeClerk, Array.Empty<DemoAccount>()))], cancel);
        await AcceptAll(id, MainOfficeClerk, cancel);
        await Answer(id, questions[0], MainOfficeClerk, MainOfficeHead, "Vollständig umgestellt sind:\n\n- das Standesamt,\n- die Ausländerbehörde,\n- das Hauptamt.", cancel);
        await Answer(id, questions[1], MainOfficeClerk, MainOfficeHead, "Die Einführung folgt in dieser Reihenfolge:\n\n| Amt | Beginn | Arbeitsplätze |\n|---|---|---:|\n| Bauamt | 1. Quartal 2026 | 180 |\n| Amt für soziale Leistungen | 3. Quartal 2026 | 240 |", cancel);
        await city.As(CouncilClerk, new SubmitReplyForReview { Id = await Compose(id, cancel) }, cancel);
    }

    // In the departments: one answer awaits its co-signature, one a contribution, one was returned.
    private async Task PublicWifi(CancellationToken cancel)
    {
        var (id, questions) = await Registered(RiverMember, "Öffentliches WLAN auf Plätzen und an Haltestellen",
            ["An welchen Plätzen gibt es heute öffentliches WLAN?", "Welche Kosten entstehen jährlich?", "Welche Plätze kommen 2026 hinzu?"], cancel, new DateOnly(2025, 10, 20));
        await Route(id, [(questions[0], MainOfficeClerk, []), (questions[1], FundingClerk, [MainOfficeClerk]), (questions[2], MainOfficeClerk, [])], cancel);
        await AcceptAll(id, MainOfficeClerk, cancel);
        await AcceptAll(id, FundingClerk, cancel);
        await Draft(id, questions[0], MainOfficeClerk, "Öffentliches WLAN gibt es am Marktplatz, am Hauptbahnhof und in allen Bürgerservices.", cancel);
        var returned = await Draft(id, questions[2], MainOfficeClerk, "Geplant sind mehrere weitere Plätze.", cancel);
        await city.As(MainOfficeHead, new ReturnAnswer { Id = returned, Reason = "Bitte die Plätze einzeln nennen; „mehrere“ hilft der Fraktion nicht." }, cancel);
        var asked = await city.As(CouncilClerk, new AddComment { Inquiry = id, Question = questions[0], Text = "Gehört der Bahnhofsvorplatz noch der Stadt?" }, cancel);
        await city.As(MainOfficeClerk, new AddComment { Inquiry = id, Question = questions[0], Thread = asked, Text = "Ja, ohne die Fläche unter dem Vordach." }, cancel);
        await city.As(CouncilClerk, new SaveTextBlock { Title = "Prüfung läuft", Markdown = "Die Verwaltung prüft dies und wird den Stadtrat über das Ergebnis unterrichten." }, cancel);
        await city.As(MainOfficeClerk, new SaveTextBlock { Title = "Digitalisierung", Organization = city.Organization(MainOfficeClerk.Organization), Markdown = "Grundlage ist die **Digitalstrategie** der Stadt." }, cancel);
    }

    // Being drafted: two questions answered jointly, a third with one contribution in and one asked for.
    private async Task Appointments(CancellationToken cancel)
    {
        var (id, questions) = await Registered(SpdMember, "Terminvergabe im Bürgeramt",
            ["Wie lange wartet man auf einen Termin?", "Wie viele Termine werden nicht wahrgenommen?", "Welche Technik wird dafür genutzt, und wer bezahlt sie?"], cancel, new DateOnly(2025, 11, 3));
        await Route(id, [(questions[0], CitizensOfficeClerk, []), (questions[1], CitizensOfficeClerk, []),
            (questions[2], CitizensOfficeClerk, [MainOfficeClerk, FundingClerk])], cancel);
        await AcceptAll(id, CitizensOfficeClerk, cancel);
        await AcceptAll(id, MainOfficeClerk, cancel);
        await Contribute(id, MainOfficeClerk, "Genutzt wird ein Verfahren, das die Stadt selbst betreibt. Es läuft seit 2023 **ohne längeren Ausfall**.", cancel);
        var (waiting, missed) = (await AnswerOf(id, questions[0], CitizensOfficeClerk, cancel), await AnswerOf(id, questions[1], CitizensOfficeClerk, cancel));
        await city.As(CitizensOfficeClerk, new JoinAnswers { Id = waiting, Other = missed }, cancel);
        await city.As(CitizensOfficeClerk, new SaveAnswerVersion { Id = waiting, Markdown = "Auf einen Termin wartet man zurzeit neun Tage. Etwa jeder zehnte wird nicht wahrgenommen." }, cancel);
        await city.As(CitizensOfficeClerk, new SaveAnswerVersion { Id = waiting, BasedOn = 1, Markdown = "Auf einen Termin wartet man zurzeit **neun Arbeitstage**. Etwa jeder zwölfte Termin wird nicht wahrgenommen.\n\nSeit September erinnert eine SMS an den Termin." }, cancel);
    }

    // Assigned, nobody has reacted yet.
    private async Task Playgrounds(CancellationToken cancel)
    {
        var (id, questions) = await Registered(ListMember, "Barrierefreie Spielplätze",
            ["Wie viele Spielplätze sind barrierefrei erreichbar und nutzbar?", "Welche werden als Nächstes umgebaut?"], cancel, new DateOnly(2025, 11, 3));
        await Route(id, [(questions[0], CitizensOfficeClerk, []), (questions[1], CitizensOfficeClerk, [FundingClerk])], cancel);
    }

    // Signed and delivered, to be published by a second person; the askers have put a supplementary question.
    private async Task OnlineForms(CancellationToken cancel)
    {
        var (id, questions) = await Registered(RiverMember, "Online-Formulare der Bürgerdienste",
            ["Welche Leistungen des Bürgeramts lassen sich vollständig online beantragen?"], cancel, new DateOnly(2025, 11, 3));
        await Route(id, [(questions[0], CitizensOfficeClerk, [])], cancel);
        await AcceptAll(id, CitizensOfficeClerk, cancel);
        await Answer(id, questions[0], CitizensOfficeClerk, CitizensOfficeHead, "Vollständig online sind die Meldebescheinigung, die Wohnsitzanmeldung und der Anwohnerparkausweis.", cancel);
        var reply = await Compose(id, cancel);
        await Sign(reply, Berlin.Day(city.Clock.GetUtcNow()), cancel);
        await city.As(CouncilClerk, new DeliverReply { Id = reply }, cancel);
        await city.As(RiverMember, new AskSupplementaryQuestion { Id = id, About = questions[0], Text = "Welche Leistungen folgen als Nächstes?" }, cancel);
    }

    // Co-signed, the letter is to be composed; one question was rejected.
    private async Task FundingPrograms(CancellationToken cancel)
    {
        var (id, questions) = await Registered(SpdMember, "Abgerufene Fördermittel im Jahr 2024",
            ["Aus welchen Programmen hat die Stadt 2024 Mittel erhalten?", "Wie bewertet die Verwaltung die Förderpolitik der Bundesregierung?"], cancel);
        await city.As(
            CouncilClerk,
            new RejectQuestions
            {
                Id = id,
                Questions = [questions[1]],
                Reason = "Die Frage betrifft keine Angelegenheit der Stadt. Fragen zur Politik des Bundes beantwortet die Bundesregierung.",
            },
            cancel);
        await Route(id, [(questions[0], FundingClerk, [])], cancel);
        await AcceptAll(id, FundingClerk, cancel);
        await Answer(id, questions[0], FundingClerk, FundingHead, "Mittel kamen aus dem DigitalPakt Schule, der Städtebauförderung und dem Programm „Modellprojekte Smart Cities“.", cancel);
    }

    // The letter is composed and not yet handed to the mayor's office.
    private async Task PollWorkers(CancellationToken cancel)
    {
        var (id, questions) = await Registered(ListMember, "Wahlhelferinnen und Wahlhelfer",
            ["Wie viele Wahlhelferinnen und Wahlhelfer waren bei der letzten Wahl im Einsatz?"], cancel);
        await Route(id, [(questions[0], CitizensOfficeClerk, [])], cancel);
        await AcceptAll(id, CitizensOfficeClerk, cancel);
        await Answer(id, questions[0], CitizensOfficeClerk, CitizensOfficeHead, "Im Einsatz waren 1.480 Personen, davon 310 Beschäftigte der Stadt.", cancel);
        await city.As(
            CouncilClerk,
            new ComposeReply { Id = id, Preliminary = "Die Verwaltung dankt allen, die am Wahltag geholfen haben." },
            cancel);
    }

    // Approved, to be signed.
    private async Task LostProperty(CancellationToken cancel)
    {
        var (id, questions) = await Registered(RiverMember, "Fundbüro und Online-Fundsuche",
            ["Wie viele Fundsachen wurden 2024 abgegeben und wie viele abgeholt?"], cancel);
        await Route(id, [(questions[0], CitizensOfficeClerk, [])], cancel);
        await AcceptAll(id, CitizensOfficeClerk, cancel);
        await Answer(id, questions[0], CitizensOfficeClerk, CitizensOfficeHead, "Abgegeben wurden 3.912 Fundsachen, abgeholt 1.204.", cancel);
        await Approve(await Compose(id, cancel), cancel);
    }

    // Signed, to be delivered.
    private async Task HybridMeetings(CancellationToken cancel)
    {
        var (id, questions) = await Registered(SpdMember, "Hybride Sitzungen der Ausschüsse",
            ["Welche Sitzungsräume sind für hybride Sitzungen ausgestattet?"], cancel, new DateOnly(2025, 10, 10));
        await Route(id, [(questions[0], MainOfficeClerk, [])], cancel);
        await AcceptAll(id, MainOfficeClerk, cancel);
        await Answer(id, questions[0], MainOfficeClerk, MainOfficeHead, "Ausgestattet sind der Ratssaal und zwei Sitzungsräume im Stadthaus.", cancel);
        await Sign(await Compose(id, cancel), Berlin.Day(city.Clock.GetUtcNow()), cancel);
    }

    // Registered, to be routed.
    private Task BranchLibraries(CancellationToken cancel) => Registered(ListMember, "Öffnungszeiten der Stadtteilbüchereien",
        ["Welche Stadtteilbüchereien öffnen am Samstag?", "Was kostet ein zusätzlicher Öffnungstag?"], cancel, new DateOnly(2029, 12, 14));

    // Handed in, to be admitted; a second group is asked to join.
    private async Task Trees(CancellationToken cancel)
    {
        city.Clock.GoTo(10, 20);
        await city.As(ListMember, Form(ListMember, "Baumpflanzungen in der Innenstadt",
            [("1.", "Wie viele Bäume wurden 2025 in der Innenstadt gepflanzt?"), ("2.", "Wie viele mussten gefällt werden, und warum?")], RiverMember), cancel);
    }

    // Came by mail two days ago and was recorded by the office, to be held against its original.
    private async Task Crossings(CancellationToken cancel)
    {
        var received = Berlin.Day(city.Clock.GetUtcNow());
        city.Clock.GoTo(10, 22);
        await city.As(
            CouncilClerk,
            new RecordIntake
            {
                Group = city.Organization(RiverMember.Organization),
                CoAskers = [city.Organization(SpdMember.Organization)],
                ReceivedOn = received,
                Channel = IntakeChannel.Email,
                Pasted = """
                    Betreff: Sichere Fußgängerüberwege vor Schulen

                    Sehr geehrter Herr Oberbürgermeister,

                    zum neuen Schuljahr haben uns mehrere Elternbeiräte angesprochen. Wir fragen die Verwaltung:

                    1. An welchen Grundschulen fehlt ein gesicherter Überweg?
                    2. Welche Überwege werden bis zum Sommer 2026 gebaut
                       a) mit einer Ampel,
                       b) als Zebrastreifen?
                    3. Wer entscheidet über die Reihenfolge?

                    Begründung:
                    Im September gab es vor zwei Schulen Unfälle mit Kindern.

                    Mit freundlichen Grüßen
                    Greta Nowak, Lena Brandt
                    """,
            },
            cancel);
    }

    // A draft that nobody but its group sees.
    private async Task Bridges(CancellationToken cancel)
    {
        var form = Form(SpdMember, "Zustand der Fußgängerbrücken", [("1.", "Welche Fußgängerbrücken wurden zuletzt geprüft?")]);
        await city.As(SpdMember, new SaveInquiryDraft { Subject = form.Subject, Questions = form.Questions, Group = form.Group }, cancel);
    }

    // Read from the archive, with something that a person has to look at.
    private async Task OldPlaygrounds(CancellationToken cancel)
    {
        static ArchiveFile File(string name) => new(name, Encoding.UTF8.GetBytes(DemoReply.ReadSource(name)));
        await city.As(
            CouncilClerk,
            new ImportArchivedCase { Reply = File("0087-2014-Antwort.txt"), Inquiry = File("0087-2014-Anfrage.txt") }, cancel);
    }

    // Extended in time and too late, stopped, with an interim reply; the others run, are overdue or still to be confirmed.
    private async Task Clocks(CancellationToken cancel)
    {
        city.Clock.GoTo(10, 24);
        await city.As(CouncilClerk, new ExtendDeadline
        {
            Id = _bySubject["Öffentliches WLAN auf Plätzen und an Haltestellen"],
            DueOn = new DateOnly(2025, 11, 14),
            Reason = "Die Kosten der neuen Standorte stehen erst nach der Ausschreibung fest.",
        }, cancel);
        await city.As(CouncilClerk, new ExtendDeadline
        {
            Id = _bySubject["Terminvergabe im Bürgeramt"],
            DueOn = new DateOnly(2025, 11, 24),
            Reason = "Die Zuarbeit zur Finanzierung steht noch aus.",
        }, cancel);
        await city.As(CouncilClerk, new StopClock
        {
            Id = _bySubject["Barrierefreie Spielplätze"],
            Reason = "Die Fraktion klärt, ob auch Schulhöfe gemeint sind.",
        }, cancel);
        await city.As(CouncilClerk, new SendInterimReply
        {
            Id = _bySubject["Stand der elektronischen Akte in den Ämtern"],
            ExpectedOn = new DateOnly(2025, 11, 28),
            Reason = "Zwei Ämter haben ihre Planung gerade geändert.",
        }, cancel);
    }

    // Published, found wrong and corrected; a second answer, which promises something, is being corrected.
    private async Task DrinkingFountains(CancellationToken cancel)
    {
        var (id, questions) = await Registered(RiverMember, "Trinkbrunnen in der Innenstadt",
            ["Wie viele Trinkbrunnen gibt es in der Innenstadt?", "Wann werden die nächsten gebaut?"], cancel);
        await Route(id, [.. questions.Select(question => (question, MainOfficeClerk, Array.Empty<DemoAccount>()))], cancel);
        await AcceptAll(id, MainOfficeClerk, cancel);
        await Answer(id, questions[0], MainOfficeClerk, MainOfficeHead, "In der Innenstadt gibt es 21 Trinkbrunnen.", cancel);
        await Answer(id, questions[1], MainOfficeClerk, MainOfficeHead, "Im Frühjahr 2026 folgen zwei weitere am Rheinufer.", cancel);
        await city.As(
            MainOfficeClerk,
            new MarkPromise
            {
                Answer = await AnswerOf(id, questions[1], MainOfficeClerk, cancel),
                Text = "Im Frühjahr 2026 folgen zwei weitere am Rheinufer.",
                DueOn = new DateOnly(2026, 5, 31),
            },
            cancel);
        var reply = await Compose(id, cancel);
        await Sign(reply, Berlin.Day(city.Clock.GetUtcNow()), cancel);
        await city.As(CouncilClerk, new DeliverReply { Id = reply }, cancel);
        await city.As(CouncilClerk, new PublishInquiry { Id = id, Questions = questions, WithFile = true }, cancel);

        await city.As(
            CouncilClerk,
            new OrderCorrection { Id = await AnswerOf(id, questions[0], MainOfficeClerk, cancel), Reason = "In der Zahl sind neun Brunnen mitgezählt, die außerhalb der Innenstadt stehen." },
            cancel);
        await AcceptAll(id, MainOfficeClerk, cancel);
        await Answer(id, questions[0], MainOfficeClerk, MainOfficeHead, "In der Innenstadt gibt es **12** Trinkbrunnen, neun weitere stehen in anderen Stadtteilen.", cancel);
        var correction = await Compose(id, cancel);
        await Sign(correction, Berlin.Day(city.Clock.GetUtcNow()), cancel);
        await city.As(CouncilClerk, new DeliverReply { Id = correction }, cancel);
        await city.As(CouncilClerk, new PublishInquiry { Id = id, Questions = questions, WithFile = true }, cancel);

        await city.As(
            CouncilClerk,
            new OrderCorrection { Id = await AnswerOf(id, questions[1], MainOfficeClerk, cancel), Reason = "Der Bau ist auf den Herbst verschoben." },
            cancel);
        await AcceptAll(id, MainOfficeClerk, cancel);
    }

    private async Task<(InquiryId Id, IReadOnlyList<QuestionId> Questions)> Registered(
        DemoAccount asker, string subject, IReadOnlyList<string> questions, CancellationToken cancel, DateOnly? due = null)
    {
        city.Clock.GoTo(10, 6);
        var id = await Submit(asker, subject, [.. questions.Select((text, index) => ($"{index + 1}.", text))], cancel);
        await city.As(CouncilClerk, new RegisterInquiry { Id = id }, cancel);
        if (due is not null) await city.As(CouncilClerk, new EstablishDueDate { Id = id, DueOn = due, Reason = "Mit der Fraktion vereinbart." }, cancel);
        _bySubject[subject] = id;
        return (id, await Questions(id, cancel));
    }

    private Task<InquiryId> Submit(DemoAccount asker, string subject, IReadOnlyList<(string Label, string Text)> questions, CancellationToken cancel) =>
        city.As(asker, Form(asker, subject, questions), cancel);

    private SubmitInquiry Form(DemoAccount asker, string subject, IReadOnlyList<(string Label, string Text)> questions, params DemoAccount[] coAskers) => new()
    {
        Subject = subject,
        Questions = [.. questions.Select(question => new QuestionLine { Label = question.Label, Text = question.Text })],
        Group = city.Organization(asker.Organization),
        CoAskers = [.. coAskers.Select(account => city.Organization(account.Organization))],
    };

    private async Task<IReadOnlyList<QuestionId>> Questions(InquiryId id, CancellationToken cancel) =>
        [.. (await city.Ask(CouncilClerk, new GetInquiry(id), cancel)).Questions.Select(question => question.Question.Id)];

    private Task Route(
        InquiryId id, IReadOnlyList<(QuestionId Question, DemoAccount Lead, DemoAccount[] Contributors)> routes, CancellationToken cancel) =>
        city.As(
            CouncilClerk,
            new RouteQuestions
            {
                Id = id,
                Routes = [.. routes.Select(route => new RouteQuestions.Route
                {
                    Question = route.Question,
                    Lead = city.Organization(route.Lead.Organization),
                    Contributors = [.. route.Contributors.Select(account => city.Organization(account.Organization))],
                })],
            },
            cancel);

    private async Task<IReadOnlyList<AssignmentSummary>> Assignments(InquiryId id, DemoAccount clerk, CancellationToken cancel) =>
        [.. (await city.Ask(clerk, new GetInquiry(id), cancel)).Questions.SelectMany(question => question.Assignments)
            .Where(assignment => assignment.Department == clerk.Organization)];

    private async Task AcceptAll(InquiryId id, DemoAccount clerk, CancellationToken cancel)
    {
        foreach (var assignment in (await Assignments(id, clerk, cancel)).Where(assignment => assignment.State == AssignmentState.Offered))
        {
            await city.As(clerk, new AcceptAssignment { Id = assignment.Id }, cancel);
        }
    }

    private async Task Contribute(InquiryId id, DemoAccount clerk, string markdown, CancellationToken cancel)
    {
        var assignment = (await Assignments(id, clerk, cancel)).Single(assignment => assignment.Part == AssignmentPart.Contributor);
        await city.As(clerk, new SubmitContribution { Id = assignment.Id, Markdown = markdown }, cancel);
    }

    private async Task<AnswerId> AnswerOf(InquiryId id, QuestionId question, DemoAccount clerk, CancellationToken cancel) =>
        (await city.Ask(clerk, new GetInquiry(id), cancel)).Questions.Single(candidate => candidate.Question.Id == question).Answer!.Value;

    private async Task<AnswerId> Draft(InquiryId id, QuestionId question, DemoAccount clerk, string markdown, CancellationToken cancel)
    {
        var answer = await AnswerOf(id, question, clerk, cancel);
        await city.As(clerk, new SaveAnswerVersion { Id = answer, Markdown = markdown }, cancel);
        await city.As(clerk, new SubmitForCoSignature { Id = answer }, cancel);
        return answer;
    }

    private async Task Answer(InquiryId id, QuestionId question, DemoAccount clerk, DemoAccount head, string markdown, CancellationToken cancel) =>
        await city.As(head, new CoSignAnswer { Id = await Draft(id, question, clerk, markdown, cancel), Version = 1 }, cancel);

    private Task<ReplyId> Compose(InquiryId id, CancellationToken cancel) => city.As(CouncilClerk, new ComposeReply { Id = id }, cancel);

    private async Task<string> Approve(ReplyId reply, CancellationToken cancel)
    {
        await city.As(CouncilClerk, new SubmitReplyForReview { Id = reply }, cancel);
        var content = (await city.Ask(MayorsOfficeClerk, new GetReply(reply), cancel)).ContentSha256;
        await city.As(MayorsOfficeClerk, new ApproveReply { Id = reply, ContentSha256 = content }, cancel);
        return content;
    }

    private async Task Sign(ReplyId reply, DateOnly day, CancellationToken cancel)
    {
        var content = await Approve(reply, cancel);
        city.Clock.GoTo(day.Month, day.Day);
        await city.As(
            MayorsOfficeClerk,
            new SignReply
            {
                Id = reply,
                ContentSha256 = content,
                Place = Reply.Signature.Place,
                SignedOn = day,
                Name = Reply.Signature.Name,
                Office = Reply.Signature.Office,
            },
            cancel);
    }
}
