using Anfragen.Domain.Council;

namespace Anfragen.Application;

/// <summary>Berechtigung: what a role may ask for. How one must stand to the thing is the domain's, what one may see is the query's.</summary>
public enum Permission
{
    /// <summary>Everybody, without sign-in.</summary>
    Anyone,

    /// <summary>Every account.</summary>
    SignedIn,

    SubmitInquiries,
    AdmitInquiries,
    RouteQuestions,
    ManageDeadlines,
    ReactToAssignments,
    DraftAnswers,
    CommentOnQuestions,
    KeepTextBlocks,
    CoSignAnswers,
    ComposeReplies,
    ReviewReplies,
    SignReplies,
    DeliverReplies,
    PublishInquiries,
    DepublishInquiries,
    AttachFiles,
    TrackPromises,
    ImportArchive,
    ReadJournal,
    ReadFigures,
    ManageAccounts,
    ManageCouncil,
}

/// <summary>Which role has which permission; <c>src/PERMISSIONS.md</c> shows it by use case.</summary>
public static class Permissions
{
    private static readonly Dictionary<Role, Permission[]> ByRole = new()
    {
        [Role.GroupMember] = [Permission.SubmitInquiries, Permission.AttachFiles],
        [Role.CouncilOffice] =
        [
            Permission.AdmitInquiries, Permission.RouteQuestions, Permission.ManageDeadlines, Permission.ComposeReplies, Permission.DeliverReplies,
            Permission.PublishInquiries, Permission.DepublishInquiries, Permission.AttachFiles, Permission.ImportArchive,
            Permission.TrackPromises, Permission.CommentOnQuestions, Permission.KeepTextBlocks, Permission.ReadJournal, Permission.ReadFigures,
        ],
        [Role.DepartmentStaff] =
        [
            Permission.ReactToAssignments, Permission.DraftAnswers, Permission.AttachFiles, Permission.TrackPromises, Permission.CommentOnQuestions,
            Permission.KeepTextBlocks, Permission.ReadFigures,
        ],
        [Role.HeadOfDepartment] =
        [
            Permission.ReactToAssignments, Permission.DraftAnswers, Permission.CoSignAnswers, Permission.AttachFiles, Permission.TrackPromises,
            Permission.CommentOnQuestions, Permission.KeepTextBlocks, Permission.ReadFigures,
        ],
        [Role.MayorsOffice] =
        [
            Permission.ReviewReplies, Permission.SignReplies, Permission.PublishInquiries, Permission.DepublishInquiries, Permission.TrackPromises,
            Permission.CommentOnQuestions, Permission.ReadJournal, Permission.ReadFigures,
        ],
        [Role.Administrator] = [Permission.ManageAccounts, Permission.ManageCouncil, Permission.ReadJournal],
    };

    /// <summary>Whether the role carries the permission.</summary>
    public static bool Has(this Role role, Permission permission) =>
        permission is Permission.Anyone or Permission.SignedIn || ByRole[role].Contains(permission);
}
