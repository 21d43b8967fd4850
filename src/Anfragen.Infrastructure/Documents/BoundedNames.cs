using System.Xml;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Remembers the names in an XML file, as long as they are not made to be remembered.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int Most = 50_000;

    private int _count;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    private string Count(string name) => ++_count > Most ? throw DocumentRefused.Because(ZipDirectory.Broken) : name;
}
