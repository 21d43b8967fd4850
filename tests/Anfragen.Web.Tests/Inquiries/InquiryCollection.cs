using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Inquiries;

[CollectionDefinition(Name)]
public sealed class InquiryCollection : ICollectionFixture<FoundedCity>, ICollectionFixture<Browser.Chromium>
{
    public const string Name = "Inquiries";
}
