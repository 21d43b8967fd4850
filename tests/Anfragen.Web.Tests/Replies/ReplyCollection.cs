using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Replies;

[CollectionDefinition(Name)]
public sealed class ReplyCollection : ICollectionFixture<LivelyCity>, ICollectionFixture<Browser.Chromium>
{
    public const string Name = "Replies";
}
