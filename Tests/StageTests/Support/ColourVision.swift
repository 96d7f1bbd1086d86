import Foundation

@testable import Stage

/// How a colour looks to a dichromat: the matrices of Machado, Oliveira and Fernandes (2009) at
/// severity 1, applied to linear light.
enum ColourVision: CaseIterable {
  case normal, protan, deutan, tritan

  func seen(_ c: LinearRGB) -> LinearRGB {
    guard let m = matrix else { return c }
    func row(_ i: Int) -> Double {
      min(max(m[i][0] * c.red + m[i][1] * c.green + m[i][2] * c.blue, 0), 1)
    }
    return LinearRGB(red: row(0), green: row(1), blue: row(2))
  }

  private var matrix: [[Double]]? {
    switch self {
    case .normal: nil
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritan:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }
}

/// The colour difference CIEDE2000.
func deltaE2000(_ x: CIELab, _ y: CIELab) -> Double {
  let meanChroma = (x.chroma + y.chroma) / 2
  let g = 0.5 * (1 - (pow(meanChroma, 7) / (pow(meanChroma, 7) + pow(25, 7))).squareRoot())
  let (a1, a2) = (x.a * (1 + g), y.a * (1 + g))
  let (c1, c2) = ((a1 * a1 + x.b * x.b).squareRoot(), (a2 * a2 + y.b * y.b).squareRoot())
  func degrees(_ b: Double, _ a: Double) -> Double {
    guard a != 0 || b != 0 else { return 0 }
    let angle = atan2(b, a) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }
  let (h1, h2) = (degrees(x.b, a1), degrees(y.b, a2))
  var turn = h2 - h1
  if c1 * c2 == 0 {
    turn = 0
  } else if turn > 180 {
    turn -= 360
  } else if turn < -180 {
    turn += 360
  }
  let lightness = y.lightness - x.lightness
  let chroma = c2 - c1
  let hue = 2 * (c1 * c2).squareRoot() * sin(turn / 2 * .pi / 180)
  let meanL = (x.lightness + y.lightness) / 2
  let meanC = (c1 + c2) / 2
  let meanH =
    c1 * c2 == 0
    ? h1 + h2
    : abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2
  func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
  let t =
    1 - 0.17 * cosine(meanH - 30) + 0.24 * cosine(2 * meanH) + 0.32 * cosine(3 * meanH + 6)
    - 0.2 * cosine(4 * meanH - 63)
  let offset = meanL - 50
  let sl = 1 + 0.015 * offset * offset / (20 + offset * offset).squareRoot()
  let sc = 1 + 0.045 * meanC
  let sh = 1 + 0.015 * meanC * t
  let around = (meanH - 275) / 25
  let rotation =
    -2 * (pow(meanC, 7) / (pow(meanC, 7) + pow(25, 7))).squareRoot()
    * sin(60 * exp(-around * around) * .pi / 180)
  let (l, c, h) = (lightness / sl, chroma / sc, hue / sh)
  return (l * l + c * c + h * h + rotation * c * h).squareRoot()
}
