using DcOps.Signing.Keys;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Utilities.Collections;

namespace DcOps.Signing;

/// <summary>Signs a manifest apart from itself: CMS SignedData (RFC 5652) with content type, message digest and signing time.</summary>
public sealed class StatementSigner(SigningKey key, TimeProvider time)
{
    public SigningKey Key => key;

    /// <returns>DER, with the certificates that a verifier needs.</returns>
    public byte[] Sign(ReadOnlySpan<byte> content)
    {
        var signingTime = new Org.BouncyCastle.Asn1.Cms.Attribute(
            CmsAttributes.SigningTime, new DerSet(new Time(time.GetUtcNow().UtcDateTime)));
        var signer = new SignerInfoGeneratorBuilder()
            .WithSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(new Asn1EncodableVector(signingTime))))
            .Build(new Asn1SignatureFactory(Suites.AlgorithmOf(key.Suite), key.Key), key.Chain[0]);
        var generator = new CmsSignedDataGenerator();
        generator.AddSignerInfoGenerator(signer);
        generator.AddCertificates(CollectionUtilities.CreateStore(key.Chain));
        return generator.Generate(new CmsProcessableByteArray(content.ToArray()), encapsulate: false).GetEncoded(Asn1Encodable.Der);
    }
}
