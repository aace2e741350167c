using System.Globalization;
using System.Reflection;
using System.Text;

namespace DcOps.Architecture.Tests;

/// <summary>A serialised type as it goes over the wire and onto the disk: alias, and members by their numbers.</summary>
sealed class WireShape(Type type)
{
    const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public string Name => NameOf(type);

    public string? Alias => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    /// <summary>Numbered members, in the order of their numbers.</summary>
    public (uint Id, string Name, Type Type)[] Members =>
    [
        .. type.GetMembers(Declared)
            .Where(member => member.GetCustomAttribute<IdAttribute>() is not null)
            .Select(member => (member.GetCustomAttribute<IdAttribute>()!.Id, member.Name, TypeOf(member)))
            .OrderBy(member => member.Id),
    ];

    /// <summary>State that has no number and would be lost on the way.</summary>
    public IEnumerable<string> Unnumbered =>
        type.GetFields(Declared)
            .Where(state => state.GetCustomAttribute<IdAttribute>() is null)
            .Select(state => state.Name.StartsWith('<') ? state.Name[1..state.Name.IndexOf('>', StringComparison.Ordinal)] : state.Name)
            .Where(name => Members.All(member => member.Name != name));

    /// <summary>Every serialised type of the product, by name.</summary>
    public static IReadOnlyList<WireShape> All() =>
    [
        .. Assemblies().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)
            .Select(type => new WireShape(type))
            .OrderBy(shape => shape.Name, StringComparer.Ordinal),
    ];

    /// <summary>The enumerations among the members of the shapes, with the numbers that travel.</summary>
    public static string Enumerations(IEnumerable<WireShape> shapes)
    {
        var text = new StringBuilder();
        var enumerations = shapes.SelectMany(shape => shape.Members)
            .SelectMany(member => Inside(member.Type))
            .Where(candidate => candidate.IsEnum)
            .Distinct()
            .OrderBy(NameOf, StringComparer.Ordinal);
        foreach (var enumeration in enumerations)
        {
            text.AppendLine().Append("enum ").AppendLine(NameOf(enumeration));
            foreach (var value in Enum.GetValuesAsUnderlyingType(enumeration))
                text.AppendLine(CultureInfo.InvariantCulture, $"  {value} {Enum.GetName(enumeration, value)}");
        }

        return text.ToString();
    }

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{Name} as {Alias ?? "(no alias)"}");
        foreach (var (id, name, memberType) in Members)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {id} {name}: {NameOf(memberType)}");
        return text.ToString();
    }

    static IEnumerable<Assembly> Assemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "DcOps.*.dll")
            .Where(file => !file.EndsWith("Tests.dll", StringComparison.Ordinal))
            .Select(Assembly.LoadFrom);

    static IEnumerable<Type> Inside(Type type) =>
        [type, .. type.GenericTypeArguments.SelectMany(Inside)];

    static Type TypeOf(MemberInfo member) => member switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo field => field.FieldType,
        _ => throw new InvalidOperationException($"{member} carries a number but is neither property nor field."),
    };

    static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return NameOf(value) + "?";

        var name = type.Name.Split('`')[0];
        return type.GenericTypeArguments is [_, ..] arguments
            ? $"{name}<{string.Join(", ", arguments.Select(NameOf))}>"
            : name;
    }
}
